import type { RecordKind, RecordRef } from "../../cypher/model/document.ts";
import { identityOf } from "../../cypher/model/record-kinds.ts";
import { LoadedEcosystem, type RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import type { WhatIfChanges } from "../measures/what-if/changes.ts";
import type { Difference } from "../measures/what-if/differences.ts";
import type { Judgement } from "../measures/what-if/judgement.ts";
import type { LeftOut, WhatIf } from "../measures/what-if/what-if.ts";
import { fromNodeId } from "../shared/node-id.ts";
import { builder } from "./builder.ts";
import { CoherenceType, InterventionType } from "./coherence.graphql.ts";
import { CoherenceDimensionKindEnum, InterventionKindEnum } from "./enums.ts";
import { ImportIssue } from "./import-issue.graphql.ts";
import { EcosystemMapType, MapFilterInput } from "./map.graphql.ts";
import { mapOf } from "./map-of.ts";
import { NodeInterface } from "./node.graphql.ts";
import { BoundaryType, PositionType } from "./positions.graphql.ts";
import { RecordKindEnum } from "./records.graphql.ts";
import { ThreatAssessmentType } from "./threats.graphql.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const InterventionInput = builder.inputType("InterventionInput", {
  description: "An intervention, named as the list of interventions names it.",
  fields: (t) => ({
    kind: t.field({ type: InterventionKindEnum, required: true, description: "What kind of change." }),
    key: t.string({ required: true, description: "What it changes." }),
  }),
});

const RecordNameInput = builder.inputType("RecordNameInput", {
  description: "A record, named by its kind and identity.",
  fields: (t) => ({
    kind: t.field({ type: RecordKindEnum, required: true, description: "What kind of record." }),
    key: t.string({
      required: true,
      description: 'Its key; of a kind without keys, its identifying fields joined by "|", as Record.key gives it.',
    }),
  }),
});

const MoveClaimInput = builder.inputType("MoveClaimInput", {
  description:
    "Says of another actor what a claim says of one: the claim goes, with its versions of other days, and one of the same extent, lead and days takes its place. An own claim becomes the other actor's own.",
  fields: (t) => ({
    claim: t.id({ required: true, description: "The claim's Node id." }),
    to: t.string({ required: true, description: "The key of the actor that it is to be about." }),
  }),
});

export const WhatIfInput = builder.inputType("WhatIfInput", {
  description:
    "What to try, at most 200 changes: first records are removed and put and claims moved, then the interventions are made.",
  fields: (t) => ({
    interventions: t.field({ type: [InterventionInput], description: "Interventions, made one after another." }),
    put: t.field({
      type: "JSON",
      description:
        'Records in the document\'s form by collection, as in {"relations": [...]}: each takes the place of the one with its identity, or is added. Checked as an import is.',
    }),
    remove: t.field({
      type: [RecordNameInput],
      description:
        "Records to take out. What refers to one must go or be changed too; to let an actor leave with all that stands on it, put it with a validTo.",
    }),
    moveClaims: t.field({ type: [MoveClaimInput], description: "Claims to be about another actor." }),
  }),
});

const WhatIfDifferenceKindEnum = builder.enumType("WhatIfDifferenceKind", {
  description: "Which figure differs.",
  values: {
    COHERENCE: { description: "The overall score." },
    DIMENSION: { description: "The score of a dimension." },
    ITEM: { description: "The value of an item of a dimension." },
    BOUNDARY: { description: "Status, value or leads of an activity's boundary." },
    SERVITIZATION: { description: "How far an actor serves rather than makes." },
    BREADTH: { description: "An actor's effective number of activities." },
    PERCEPTION_GAP: { description: "How far an actor's own claims lie from the others'." },
    THREAT: { description: "The threat of a rival." },
  },
});

/** What the difference is about is found after the changes, or before them when they removed it. */
interface Two {
  loaded: LoadedEcosystem;
  earlier: LoadedEcosystem;
}
const subjectsOf = ({ loaded, earlier }: Two, refs: readonly RecordRef[]): RecordNode[] =>
  refs.flatMap(({ kind, key }) => loaded.find(kind, key) ?? earlier.find(kind, key) ?? []);

const WhatIfDifference = builder.objectRef<Difference & Two>("WhatIfDifference").implement({
  description: "One figure that the changes make another.",
  fields: (t) => ({
    kind: t.field({ type: WhatIfDifferenceKindEnum, description: "Which figure.", resolve: ({ kind }) => kind }),
    dimension: t.field({
      type: CoherenceDimensionKindEnum,
      nullable: true,
      description: "Of a dimension or an item: which dimension.",
      resolve: ({ dimension }) => dimension,
    }),
    key: t.exposeString("key", {
      description: "The dimension, item, activity or actor; empty for the score of the whole.",
    }),
    label: t.exposeString("label", { description: "In words." }),
    before: t.exposeFloat("before", { nullable: true, description: "The figure today; null: unknown, or none." }),
    after: t.exposeFloat("after", { nullable: true, description: "The figure then; null: unknown, or none." }),
    was: t.exposeString("was", { description: "The figure today in words." }),
    becomes: t.exposeString("becomes", { description: "The figure then in words." }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about; none stands for the whole ecosystem.",
      resolve: (difference) => subjectsOf(difference, difference.subjects),
    }),
  }),
});

const WhatIfChange = builder.objectRef<Two & { kind: RecordKind; key: string }>("WhatIfChange").implement({
  description: "One change of a fact that was tried; nothing of it is stored.",
  fields: (t) => ({
    kind: t.field({ type: RecordKindEnum, description: "What kind of record.", resolve: ({ kind }) => kind }),
    key: t.exposeString("key", { description: "Its identity." }),
    label: t.string({
      description: "What it is called on screen.",
      resolve: ({ loaded, earlier, kind, key }) => (loaded.find(kind, key) ? loaded : earlier).label(kind, key),
    }),
    before: t.field({
      type: "JSON",
      nullable: true,
      description: "The record as stored; null when there is none.",
      resolve: ({ earlier, kind, key }) => earlier.find(kind, key)?.record,
    }),
    after: t.field({
      type: "JSON",
      nullable: true,
      description: "The record as it would be; null when it would go.",
      resolve: ({ loaded, kind, key }) => loaded.find(kind, key)?.record,
    }),
  }),
});

const WhatIfLeftOut = builder.objectRef<Loaded<LeftOut>>("WhatIfLeftOut").implement({
  description:
    "An item that was unknown and that an intervention would make known. The score leaves it out, as an intervention's gain does.",
  fields: (t) => ({
    dimension: t.field({
      type: CoherenceDimensionKindEnum,
      description: "Of which dimension.",
      resolve: ({ dimension }) => dimension,
    }),
    key: t.string({ description: "Which item.", resolve: ({ item }) => item.key }),
    label: t.string({ description: "In words.", resolve: ({ item }) => item.label }),
    value: t.float({ nullable: true, description: "What it would be, 0 to 1.", resolve: ({ item }) => item.value }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about.",
      resolve: ({ loaded, item }) => loaded.byRef(item.subjects),
    }),
  }),
});

const JudgementType = builder.objectRef<Loaded<Judgement>>("Judgement").implement({
  description: "An ecosystem judged at one moment, as it is or as it would be: all that the map draws.",
  fields: (t) => ({
    coherence: t.field({
      type: CoherenceType,
      description: "How well it all fits together.",
      resolve: ({ loaded, coherence }) => ({ ...coherence, loaded }),
    }),
    positions: t.field({
      type: [PositionType],
      description: "Actors with a position, by key.",
      resolve: ({ loaded, positions }) => withLoaded(loaded, positions),
    }),
    boundaries: t.field({
      type: [BoundaryType],
      description: "Every activity in force and who leads it. One that is settled as an ideal is agreed or shared.",
      resolve: ({ loaded, boundaries }) => withLoaded(loaded, boundaries),
    }),
    threats: t.field({
      type: ThreatAssessmentType,
      nullable: true,
      description: "Who threatens the focal firm; null when that cannot be judged.",
      resolve: ({ loaded, threats }) => threats && { ...threats, loaded },
    }),
    threatsReason: t.exposeString("threatsReason", {
      nullable: true,
      description: "Why threats cannot be judged; null when they can.",
    }),
    map: t.field({
      type: EcosystemMapType,
      description: "Nodes and edges for drawing, on the day that is judged.",
      args: { filter: t.arg({ type: MapFilterInput, description: "Only a part of it." }) },
      resolve: ({ loaded, facts }, { filter }) =>
        mapOf(loaded, { asOf: facts.asOf, minConfidence: facts.minConfidence, filter }),
    }),
  }),
});

export const WhatIfType = builder.objectRef<WhatIf & { loaded: LoadedEcosystem }>("WhatIf").implement({
  description:
    "What coherence, positions, boundaries and threats would be after some changes, beside what they are. Nothing is stored, and the revision stays.",
  fields: (t) => {
    /** The changed copy, made once however many fields read it. */
    const copies = new WeakMap<WhatIf, LoadedEcosystem>();
    const copyOf = (answer: WhatIf & { loaded: LoadedEcosystem }): LoadedEcosystem => {
      if (!answer.after) return answer.loaded;
      const made = copies.get(answer) ?? new LoadedEcosystem(answer.loaded.revision, answer.after.document);
      copies.set(answer, made);
      return made;
    };
    return {
      errors: t.field({
        type: [ImportIssue],
        description:
          "With any, nothing was evaluated and `after` is null. path: a JSON Pointer into the changes, or a stored record.",
        resolve: ({ issues }) => issues,
      }),
      before: t.field({
        type: JudgementType,
        description: "As it is.",
        resolve: ({ loaded, before }) => ({ ...before, loaded }),
      }),
      after: t.field({
        type: JudgementType,
        nullable: true,
        description: "As it would be. Records that the changes add have ids, but no Node is found by them.",
        resolve: (answer) => answer.after && { ...answer.after, loaded: copyOf(answer) },
      }),
      differences: t.field({
        type: [WhatIfDifference],
        description: "Every figure that would be another, by kind, the largest difference first.",
        resolve: (answer) =>
          answer.differences.map((it) => ({ ...it, loaded: copyOf(answer), earlier: answer.loaded })),
      }),
      changes: t.field({
        type: [WhatIfChange],
        description: "The changes of facts that were tried, those that the interventions stand for last.",
        resolve: (answer) =>
          answer.changes.map((change) => ({
            kind: change.kind,
            key: "put" in change ? identityOf(change.kind, change.put as never) : change.remove,
            loaded: copyOf(answer),
            earlier: answer.loaded,
          })),
      }),
      interventions: t.field({
        type: [InterventionType],
        description: "The interventions that were tried, each with what it would gain alone.",
        resolve: (answer) => withLoaded(answer.loaded, answer.interventions),
      }),
      leftOut: t.field({
        type: [WhatIfLeftOut],
        description: "Items that the interventions would make known; the score leaves them out.",
        resolve: (answer) => withLoaded(copyOf(answer), answer.leftOut),
      }),
    };
  },
});

/** The changes as the rules want them: a claim by its identity within this ecosystem, undefined when the id names none. */
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
