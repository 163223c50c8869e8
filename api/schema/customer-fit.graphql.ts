import {
  type CustomerFit,
  customerFits,
  type DataCondition,
  fitLevelOf,
  fitLevels,
} from "../measures/segments/customer-fit.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { focalArgs, ofCustomers } from "./focal.ts";
import { momentArgs } from "./moment.ts";
import { RecordType } from "./records.graphql.ts";
import { CustomerSegmentType } from "./segments.graphql.ts";
import type { Loaded } from "./with-loaded.ts";

const FitLevelEnum = builder.enumType("FitLevel", {
  description: "How far an advanced service fits a customer.",
  values: {
    GOOD: { description: fitLevels.GOOD.description },
    POSSIBLE: { description: fitLevels.POSSIBLE.description },
    NOT_YET: { description: fitLevels.NOT_YET.description },
    UNKNOWN: { description: fitLevels.UNKNOWN.description },
  },
});

builder.objectField(CustomerSegmentType, "fit", (t) =>
  t.field({
    type: FitLevelEnum,
    description: "How far an advanced service fits these customers.",
    resolve: (segment) => fitLevelOf(segment),
  }),
);

const DataConditionType = builder.objectRef<DataCondition>("DataCondition").implement({
  description: "A condition of sharing data.",
  fields: (t) => ({
    label: t.exposeString("label", { description: "Name as a heading." }),
    description: t.exposeString("description", { description: "What it says of the data." }),
    isMet: t.exposeBoolean("isMet", { nullable: true, description: "Null: unknown, or no agreement is in force." }),
  }),
});

const CustomerFitType = builder.objectRef<Loaded<CustomerFit>>("CustomerFit").implement({
  description: "How far an advanced service fits one customer of the focal firm.",
  fields: (t) => ({
    customer: t.field({
      type: Actor,
      description: "The customer.",
      resolve: ({ loaded, customer }) => loaded.get("actors", customer),
    }),
    level: t.expose("level", { type: FitLevelEnum, description: "Level of fit." }),
    label: t.exposeString("label", { description: "Level of fit in words." }),
    reason: t.exposeString("reason", { description: "Why, in sentences." }),
    agreement: t.field({
      type: RecordType,
      nullable: true,
      description: "The data-sharing agreement with the focal firm; null: none is in force.",
      resolve: ({ loaded, agreement }) => (agreement === null ? null : loaded.get("agreements", agreement)),
    }),
    conditions: t.field({
      type: [DataConditionType],
      description: "The conditions of sharing data, in a fixed order.",
      resolve: ({ conditions }) => conditions,
    }),
    willingness: t.exposeInt("willingness", {
      nullable: true,
      description: "Willingness to share data, 1 to 5; null: unknown.",
    }),
  }),
});

builder.objectField(EcosystemType, "customerFits", (t) =>
  t.field({
    type: [CustomerFitType],
    nullable: true,
    description:
      "The focal firm's customers by how far an advanced service fits each, the best first. Null when the ecosystem has no focal actor in force and none is given.",
    args: { ...focalArgs, ...momentArgs },
    complexity: measureCost,
    resolve: (ecosystem, args, context) => ofCustomers(ecosystem, args, context, "customerFits", customerFits),
  }),
);
