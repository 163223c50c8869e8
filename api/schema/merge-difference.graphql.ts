import type { MergeDifference as MergeDifferenceRow } from "../changes/batch/answer.ts";
import { builder } from "./builder.ts";
import { RecordKindEnum } from "./records.graphql.ts";

export const MergeSideEnum = builder.enumType("MergeSide", {
  description: "One of the two records of a merge.",
  values: {
    INTO: { description: "The record that stays." },
    FROM: { description: "The record that becomes part of it." },
  },
});

export const MergeDifference = builder.objectRef<MergeDifferenceRow>("MergeDifference").implement({
  description: "A field for which both records of a merge have a value, of which one can stay.",
  fields: (t) => ({
    kind: t.expose("kind", { type: RecordKindEnum, description: "The kind of the record that has the field." }),
    record: t.exposeString("record", {
      nullable: true,
      description:
        "A fact that both have, as Record.key gives it with the key that stays; null: the merged record itself.",
    }),
    field: t.exposeString("field", { description: "The field." }),
    into: t.field({ type: "JSON", description: "The value of the record that stays.", resolve: ({ into }) => into }),
    from: t.field({ type: "JSON", description: "The value of the other one.", resolve: ({ from }) => from }),
    keep: t.expose("keep", {
      type: MergeSideEnum,
      nullable: true,
      description: "Whose value stays; null: it has to be chosen.",
    }),
  }),
});
