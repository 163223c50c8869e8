import type { WhatIfChanges } from "../measures/what-if/changes.ts";
import { fromNodeId } from "../shared/node-id.ts";
import { builder } from "./builder.ts";
import { InterventionKindEnum } from "./enums.ts";
import { RecordKindEnum } from "./records.graphql.ts";

const InterventionInput = builder.inputType("InterventionInput", {
  description: "An intervention, identified as in the list of interventions.",
  fields: (t) => ({
    kind: t.field({ type: InterventionKindEnum, required: true, description: "The kind of change." }),
    key: t.string({ required: true, description: "What it changes, as in the model." }),
  }),
});

const RecordNameInput = builder.inputType("RecordNameInput", {
  description: "A record, identified by its kind and key.",
  fields: (t) => ({
    kind: t.field({ type: RecordKindEnum, required: true, description: "The kind of record." }),
    key: t.string({
      required: true,
      description: 'Its key; of a kind without keys, its identifying fields joined by "|", as Record.key gives it.',
    }),
  }),
});

const MoveClaimInput = builder.inputType("MoveClaimInput", {
  description:
    "Makes a claim about another actor: the claim and its versions of other days are removed, and one about the other actor with the same extent, lead and days takes its place. An actor's own claim becomes the other actor's own.",
  fields: (t) => ({
    claim: t.id({ required: true, description: "The Node id of the claim." }),
    to: t.string({ required: true, description: "The key of the other actor." }),
  }),
});

export const WhatIfInput = builder.inputType("WhatIfInput", {
  description:
    "The changes of a scenario, at most 200. Records are removed and put and claims moved first; then the interventions are made.",
  fields: (t) => ({
    interventions: t.field({ type: [InterventionInput], description: "Interventions, made in this order." }),
    put: t.field({
      type: "JSON",
      description:
        'Records by collection, as in a document: {"relations": [...]}. Each replaces the record of the same identity, or is added. Checked like an import.',
    }),
    remove: t.field({
      type: [RecordNameInput],
      description:
        "Records to remove. What refers to one must be removed or changed too; to let an actor leave with all its facts, put it with a validTo.",
    }),
    moveClaims: t.field({ type: [MoveClaimInput], description: "Claims to make about another actor." }),
  }),
});

/** Changes in the form of what-if: a claim by its identity in this ecosystem, undefined for an id of none. */
export function readWhatIfInput(input: typeof WhatIfInput.$inferInput, ecosystem: string): WhatIfChanges {
  const claimOf = (id: string): string | undefined => {
    const name = fromNodeId(id);
    return name?.kind === "claims" && name.ecosystem === ecosystem ? name.key : undefined;
  };
  return {
    put: input.put ?? undefined,
    remove: input.remove ?? [],
    moveClaims: (input.moveClaims ?? []).map(({ claim, to }) => ({ claim: claimOf(String(claim)), to })),
    interventions: input.interventions ?? [],
  };
}
