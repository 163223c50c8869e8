import type { RecordKind } from "../../cypher/model/document.ts";
import type { EcosystemNode } from "../ecosystems/ecosystem-cache.ts";
import type { LoneRecord } from "../ecosystems/loaded-ecosystem.ts";
import { fromNodeId, toNodeId } from "../shared/node-id.ts";
import { ecosystemAsKnown } from "./as-known.ts";
import { builder } from "./builder.ts";

type AnyNode = LoneRecord | EcosystemNode;

// Kinds that have a type of their own; every other kind of record is a Record.
const typeNames: { [K in RecordKind | "ecosystem"]?: string } = {
  ecosystem: "Ecosystem",
  actors: "Actor",
  evidence: "Evidence",
  activities: "Activity",
  claims: "Claim",
  moves: "Move",
};

export const NodeInterface = builder.interfaceRef<AnyNode>("Node").implement({
  description: "An object with a global id.",
  resolveType: (node) => typeNames[node.kind] ?? "Record",
  fields: (t) => ({
    id: t.id({
      description: "Opaque id; it stays the same as long as the record has its key.",
      resolve: (node) =>
        node.kind === "ecosystem" ? toNodeId({ kind: "ecosystem", ecosystem: node.key, key: node.key }) : node.id,
    }),
  }),
});

builder.queryField("node", (t) =>
  t.field({
    type: NodeInterface,
    nullable: true,
    description:
      "The record or ecosystem with this id; null when there is none. With asKnownAt a record is as it was recorded at that moment.",
    args: {
      id: t.arg.id({ required: true, description: "The id of a Node." }),
      asKnownAt: t.arg({ type: "DateTime", description: "A moment in the past, for a record." }),
    },
    resolve: async (_root, { id, asKnownAt }, context) => {
      const name = fromNodeId(String(id));
      if (!name) return null;
      if (name.kind === "ecosystem") return context.ecosystemNode(name.key);
      const loaded = asKnownAt
        ? (await ecosystemAsKnown(context, name.ecosystem, asKnownAt))?.earlier
        : await context.ecosystem(name.ecosystem);
      return loaded?.find(name.kind, name.key) ?? null;
    },
  }),
);
