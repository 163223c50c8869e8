import { type ChangeSummary, readChangedRecords } from "../../cypher/changes/history.ts";
import { batched } from "./batched.ts";
import { builder } from "./builder.ts";
import { ChangedRecordType, lazily } from "./change-result.graphql.ts";

/** Records of one change that a subscriber is told of; Ecosystem.changes has all, a page at a time. */
const maxChanged = 1_000;

interface EcosystemChange extends ChangeSummary {
  ecosystem: string;
}

const changedRecords = batched(readChangedRecords);

const EcosystemChangeType = builder.objectRef<EcosystemChange>("EcosystemChange").implement({
  description: "A change of an ecosystem, as it was stored.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: "The revision that it resulted in." }),
    who: t.exposeString("who", { description: "Who made it." }),
    at: t.expose("at", { type: "DateTime", description: "When." }),
    changed: t.field({
      type: [ChangedRecordType],
      description: `The records that it changed, by kind and key; of very many the first ${maxChanged}.`,
      resolve: async ({ ecosystem, revision }, _args, context) => {
        const found = await changedRecords(context, { ecosystem, revision, first: maxChanged });
        // An earlier event of the same subscription may have loaded an earlier revision.
        context.forget(ecosystem);
        const node = lazily(context, ecosystem);
        return found.map((row) => ({ ...row, version: row.after ? revision : null, ecosystem: node }));
      },
    }),
  }),
});

builder.subscriptionType({
  description: "Streams, as server-sent events.",
  fields: (t) => ({
    ecosystemChanged: t.field({
      type: EcosystemChangeType,
      description:
        "Each change of facts, as it is stored; with after, the changes since that revision first. Completes when the ecosystem is deleted.",
      args: {
        key: t.arg.string({ required: true, description: "The key of the ecosystem." }),
        after: t.arg.int({ description: "The revision that the caller has; from now on when absent." }),
      },
      subscribe: async function* (_root, { key, after }, context) {
        for await (const change of context.changesOf(key, after ?? undefined)) yield { ...change, ecosystem: key };
      },
      resolve: (change) => change as EcosystemChange,
    }),
  }),
});
