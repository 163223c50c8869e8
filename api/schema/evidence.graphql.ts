import { factFields } from "../../cypher/model/record-description.ts";
import { kinds } from "../../cypher/model/records/kinds.ts";
import type { RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { builder } from "./builder.ts";
import { FactInterface, factOf } from "./fact.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";
import { plainFields } from "./plain-fields.ts";

export const Evidence = builder.objectRef<RecordNode<"evidence">>("Evidence").implement({
  description: kinds.evidence.description,
  interfaces: [NodeInterface, FactInterface],
  fields: (t) => plainFields(t, "evidence"),
});

builder.interfaceField(FactInterface, "evidence", (t) =>
  t.field({
    type: [Evidence],
    description: factFields.evidence.help,
    resolve: (node) => {
      const { evidence } = factOf(node);
      if (!evidence?.length) return [];
      const loaded = node.load();
      return loaded instanceof Promise
        ? loaded.then((it) => it.getAll("evidence", evidence))
        : loaded.getAll("evidence", evidence);
    },
  }),
);
