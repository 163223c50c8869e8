import { segments } from "../measures/segments/segments.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { SegmentAgeEnum, SegmentInfrastructureEnum, SegmentOriginEnum, SegmentReadinessEnum } from "./enums.ts";
import { focalArgs, ofCustomers } from "./focal.ts";
import { momentArgs } from "./moment.ts";
import type { Loaded } from "./with-loaded.ts";

export const CustomerSegmentType = builder
  .objectRef<Loaded<ReturnType<typeof segments>[number]>>("CustomerSegment")
  .implement({
    description:
      "Customers with the same readiness, infrastructure, origin and age of equipment (docs/model.md, section 6).",
    fields: (t) => ({
      readiness: t.expose("readiness", {
        type: SegmentReadinessEnum,
        description: "Readiness for services and connection.",
      }),
      infrastructure: t.expose("infrastructure", {
        type: SegmentInfrastructureEnum,
        description: "Their digital infrastructure.",
      }),
      origin: t.expose("origin", { type: SegmentOriginEnum, description: "Who made their equipment." }),
      age: t.expose("age", { type: SegmentAgeEnum, description: "The age of their equipment." }),
      customers: t.field({
        type: [Actor],
        description: "The customers.",
        resolve: ({ loaded, customers }) => loaded.getAll("actors", customers),
      }),
    }),
  });

builder.objectField(EcosystemType, "segments", (t) =>
  t.field({
    type: [CustomerSegmentType],
    nullable: true,
    description:
      "Segments of the focal firm's customers. Null when the ecosystem has no focal actor in force and none is given.",
    args: { ...focalArgs, ...momentArgs },
    complexity: measureCost,
    resolve: (ecosystem, args, context) => ofCustomers(ecosystem, args, context, "segments", segments),
  }),
);
