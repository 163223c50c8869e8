import type { FactBase } from "../../cypher/model/document.ts";
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
    "Any record of the ecosystem document: since when, how surely and whence it is known, and how it came to be so. Null and empty where the document says nothing.",
  interfaces: [NodeInterface],
  fields: (t) => ({
    validFrom: t.field({
      type: "Date",
      nullable: true,
      description: "The first day on which it is in force.",
      resolve: (node) => factOf(node).validFrom,
    }),
    validTo: t.field({
      type: "Date",
      nullable: true,
      description: "The day from which on it is in force no longer.",
      resolve: (node) => factOf(node).validTo,
    }),
    confidence: t.float({
      nullable: true,
      description: "How sure we are, 0 to 1.",
      resolve: (node) => factOf(node).confidence,
    }),
    evidence: t.field({
      type: [Evidence],
      description: "Where it comes from.",
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
