import type { FactBase } from "../../cypher/model/document.ts";
import { factFields } from "../../cypher/model/record-description.ts";
import type { LoneRecord } from "../ecosystems/loaded-ecosystem.ts";
import { builder } from "./builder.ts";
import { pageCost } from "./cost.ts";
import { ChangeEntry, historyOf, logArgs } from "./history.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";

export const factOf = ({ record }: LoneRecord) => record as FactBase;

/** Fields common to all facts: types that represent records get them by name. */
export const FactInterface = builder.interfaceRef<LoneRecord>("Fact");

FactInterface.implement({
  description:
    "Any record of the ecosystem document: when it holds, how sure it is, what supports it, and how it came about. Null and empty where the document says nothing.",
  interfaces: [NodeInterface],
  fields: (t) => ({
    version: t.int({
      description: "The revision of its last change: what expectedVersion takes.",
      resolve: (node) => {
        const loaded = node.load();
        return loaded instanceof Promise
          ? loaded.then((it) => it.versionOf(node.kind, node.key))
          : loaded.versionOf(node.kind, node.key);
      },
    }),
    validFrom: t.field({
      type: "Date",
      nullable: true,
      description: factFields.validFrom.help,
      resolve: (node) => factOf(node).validFrom,
    }),
    validTo: t.field({
      type: "Date",
      nullable: true,
      description: factFields.validTo.help,
      resolve: (node) => factOf(node).validTo,
    }),
    confidence: t.float({
      nullable: true,
      description: factFields.confidence.help,
      resolve: (node) => factOf(node).confidence,
    }),
    history: t.field({
      type: [ChangeEntry],
      description: "The changes of this record, latest first.",
      args: logArgs,
      complexity: pageCost(5),
      resolve: (node, args, context) => historyOf(context, node, args),
    }),
  }),
});
