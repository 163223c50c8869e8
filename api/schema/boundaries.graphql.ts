import { boundaries } from "../measures/boundary/boundary.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { BoundaryStatusEnum } from "./enums.ts";
import { loadAt, momentArgs } from "./moment.ts";
import { Activity, Claim } from "./records.graphql.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

type Boundary = ReturnType<typeof boundaries>[number];

export const BoundaryType = builder.objectRef<Loaded<Boundary>>("Boundary").implement({
  description: "The boundary of an activity: who leads it, and whether the actors agree (docs/model.md, section 3).",
  fields: (t) => ({
    activity: t.field({
      type: Activity,
      description: "The activity.",
      resolve: ({ loaded, activity }) => loaded.get("activities", activity),
    }),
    status: t.field({
      type: BoundaryStatusEnum,
      description: "Whether the lead is settled.",
      resolve: ({ status }) => status,
    }),
    value: t.exposeFloat("value", { nullable: true, description: "0 (no leader) to 1 (settled); null: unknown." }),
    leads: t.field({
      type: [Actor],
      description: "Actors that claim to lead it.",
      resolve: ({ loaded, leads }) => loaded.getAll("actors", leads),
    }),
    attributed: t.field({
      type: [Actor],
      description: "Actors that others name as its leader, without a claim of their own.",
      resolve: ({ loaded, attributed }) => loaded.getAll("actors", attributed),
    }),
    claims: t.field({
      type: [Claim],
      description: "The claims that it is judged by.",
      resolve: ({ loaded, claims }) => loaded.getAll("claims", claims),
    }),
  }),
});

builder.objectField(EcosystemType, "boundaries", (t) =>
  t.field({
    type: [BoundaryType],
    description: "The boundary of every valid activity.",
    args: momentArgs,
    complexity: measureCost,
    resolve: async (ecosystem, args, context) => {
      const { loaded, moment, facts } = await loadAt(ecosystem, args, context);
      return withLoaded(
        loaded,
        loaded.measure("boundaries", moment, () => boundaries(facts())),
      );
    },
  }),
);
