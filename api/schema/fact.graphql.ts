import type { FactBase } from "../../cypher/model/document.ts";
import { factFields } from "../../cypher/model/record-description.ts";
import type { LoneRecord } from "../ecosystems/loaded-ecosystem.ts";
import { builder } from "./builder.ts";
import { Evidence } from "./evidence.graphql.ts";
import { ChangeEntry, historyCost, historyOf, logArgs } from "./history.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";

const factOf = ({ record }: LoneRecord) => record as FactBase;

/** What every type of record has: the types that stand for records get these fields by naming it. */
export const FactInterface = builder.interfaceRef<LoneRecord>("Fact");

FactInterface.implement({
  description:
    "Any record of the ecosystem document: when it holds, how sure it is, what supports it, and how it came about. Null and empty where the document says nothing.",
  interfaces: [NodeInterface],
  fields: (t) => ({
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
    evidence: t.field({
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
    history: t.field({
      type: [ChangeEntry],
      description: "The changes of this record, latest first.",
      args: logArgs,
      complexity: historyCost,
      resolve: (node, args, context) => historyOf(context, node, args),
    }),
  }),
});
