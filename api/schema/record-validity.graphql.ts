import { recordsOf } from "../time/in-force-rules.ts";
import { validityOn, validityStatuses } from "../time/validity-status.ts";
import { builder } from "./builder.ts";
import { asOfArgs } from "./moment.ts";
import { RecordType } from "./records.graphql.ts";

const ValidityStatusEnum = builder.enumType("ValidityStatus", {
  description: "Whether a record is valid on a date, by its own dates and those of its other versions.",
  values: validityStatuses,
});

builder.objectField(RecordType, "validity", (t) =>
  t.field({
    type: ValidityStatusEnum,
    description:
      "Whether it is valid on a date. What it depends on does not count: a claim has not ended because the actor that it is about has left.",
    args: asOfArgs,
    resolve: ({ loaded, kind, record }, args, context) => {
      const day = args.asOf ?? context.today;
      const statuses = loaded.measure("validity", { kind, day }, () =>
        validityOn(kind, recordsOf(loaded.document, kind), day),
      );
      return statuses.get(record)!;
    },
  }),
);
