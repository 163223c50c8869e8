import type { RecordRef } from "../../cypher/model/document.ts";
import { partOfDocument } from "../map/part-of-document.ts";
import { InvalidInput } from "../shared/domain-errors.ts";
import { fromNodeId } from "../shared/node-id.ts";
import { builder } from "./builder.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { readMoment } from "./moment.ts";

const mostNodes = 20_000;

builder.objectField(EcosystemType, "documentOf", (t) =>
  t.field({
    type: "JSON",
    description:
      "The ecosystem document of these records and all facts between them: an import of it into an empty ecosystem has no error. Without asOf of all dates. An offering brings its provider; a node that is not in force is left out; an unknown one is an error that names it.",
    args: {
      nodes: t.arg.idList({ required: true, description: "Node ids of what is shown, 20,000 at most." }),
      asOf: t.arg({ type: "Date", description: "Only what is in force at this date." }),
      minConfidence: t.arg.float({ description: "Leave out facts known to be less sure, 0 to 1; 0 when absent." }),
    },
    complexity: { field: 50, multiplier: 1 },
    resolve: async (ecosystem, args) => {
      if (args.nodes.length > mostNodes)
        throw new InvalidInput(`These are ${args.nodes.length} nodes: name at most ${mostNodes}.`);
      const { minConfidence } = readMoment(args, "");
      const loaded = await ecosystem.load();
      const named = args.nodes.map((id): RecordRef => {
        const name = fromNodeId(String(id));
        if (!name || name.kind === "ecosystem" || name.ecosystem !== ecosystem.key || !loaded.find(name.kind, name.key))
          throw new InvalidInput(
            `${name ? `"${name.key}"` : JSON.stringify(String(id).slice(0, 40))} is no node of this map, or no longer: leave it out.`,
          );
        return { kind: name.kind, key: name.key };
      });
      return partOfDocument(loaded.document, named, args.asOf ?? null, minConfidence);
    },
  }),
);
