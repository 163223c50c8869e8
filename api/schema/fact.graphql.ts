import type { FactBase } from "../../cypher/model/document.ts";
import { factFields } from "../../cypher/model/record-description.ts";
import { EarlierEcosystem } from "../ecosystems/earlier-ecosystem.ts";
import type { LoadedEcosystem, LoneRecord } from "../ecosystems/loaded-ecosystem.ts";
import { builder } from "./builder.ts";
import type { ApiContext } from "./context.ts";
import { pageCost } from "./cost.ts";
import { ChangeEntry, historyOf, logArgs } from "./history.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";

/** Of a record that has changed since an earlier state, the log knows the version that it had then. */
function versionOf(loaded: LoadedEcosystem, { kind, key }: LoneRecord, context: ApiContext): number | Promise<number> {
  const isEarlier = loaded instanceof EarlierEcosystem && !loaded.versions.get(kind)?.has(key);
  if (!isEarlier) return loaded.versionOf(kind, key);
  const latest = historyOf(context, { ecosystem: loaded.key, kind, key }, { first: 1 }, loaded.revision);
  return latest.then(([entry]) => entry?.revision ?? loaded.revision);
}

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
      resolve: (node, _args, context) => {
        const loaded = node.load();
        return loaded instanceof Promise
          ? loaded.then((it) => versionOf(it, node, context))
          : versionOf(loaded, node, context);
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
      resolve: async (node, args, context) => {
        const loaded = "loaded" in node ? node.loaded : null;
        return historyOf(context, node, args, loaded instanceof EarlierEcosystem ? loaded.revision : undefined);
      },
    }),
  }),
});
