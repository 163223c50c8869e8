import type { EcosystemDocument, RecordRef } from "../../cypher/model/document.ts";
import type { EcosystemNode } from "../ecosystems/ecosystem-cache.ts";
import { partOfDocument } from "../map/part-of-document.ts";
import { InvalidInput } from "../shared/domain-errors.ts";
import { fromNodeId } from "../shared/node-id.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { anyMomentArgs, readMinConfidence } from "./moment.ts";

const maxNodes = 20_000;

/** The document of some records and of all facts between them. */
async function partOf(
  ecosystem: EcosystemNode,
  nodes: readonly (string | number)[],
  moment: { asOf?: string | null | undefined; minConfidence?: number | null | undefined },
): Promise<EcosystemDocument> {
  if (nodes.length > maxNodes) throw new InvalidInput(`These are ${nodes.length} nodes: name at most ${maxNodes}.`);
  const minConfidence = readMinConfidence(moment);
  const loaded = await ecosystem.load();
  const named = nodes.map((id): RecordRef => {
    const name = fromNodeId(String(id));
    if (!name || name.kind === "ecosystem" || name.ecosystem !== ecosystem.key || !loaded.find(name.kind, name.key))
      throw new InvalidInput(
        `${name ? `"${name.key}"` : JSON.stringify(String(id).slice(0, 40))} is not a node of this map, or no longer exists: leave it out.`,
      );
    return { kind: name.kind, key: name.key };
  });
  return partOfDocument(loaded.document, named, moment.asOf ?? null, minConfidence);
}

interface PartArgs {
  nodes?: readonly (string | number)[] | null | undefined;
  asOf?: string | null | undefined;
  minConfidence?: number | null | undefined;
}

/** The document of all facts, or of some records and all facts between them. */
export const documentOrPart = async (ecosystem: EcosystemNode, args: PartArgs): Promise<EcosystemDocument> =>
  args.nodes ? partOf(ecosystem, args.nodes, args) : (await ecosystem.load()).document;

/** Arguments of what is of all facts, or of some records and all facts between them. */
export const partArgs = {
  ...builder.args((t) => ({
    nodes: t.idList({ description: `Node ids, at most ${maxNodes}; everything when absent, whatever the date.` }),
  })),
  ...anyMomentArgs,
};

builder.objectFields(EcosystemType, (t) => ({
  document: t.field({
    type: "JSON",
    description: "The ecosystem document; importing it stores the same facts.",
    complexity: measureCost,
    resolve: async (ecosystem) => (await ecosystem.load()).document,
  }),
  documentOf: t.field({
    type: "JSON",
    description:
      "The ecosystem document of these records and of all facts between them; it can be imported into an empty ecosystem. An offering includes its provider; nodes that are not valid on the date are left out; an unknown node is an error that names it.",
    args: {
      nodes: t.arg.idList({ required: true, description: `Node ids, at most ${maxNodes}.` }),
      ...anyMomentArgs,
    },
    complexity: { field: 50, multiplier: 1 },
    resolve: (ecosystem, args) => partOf(ecosystem, args.nodes, args),
  }),
}));
