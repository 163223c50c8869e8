import type { RecordKind, RecordRef } from "../../cypher/model/document.ts";
import { identityOf } from "../../cypher/model/record-kinds.ts";
import { documentRules } from "../changes/check/document-rules.ts";
import { LoadedEcosystem, type RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import type { Difference } from "../measures/what-if/differences.ts";
import type { Judgement } from "../measures/what-if/judgement.ts";
import { type LeftOut, type WhatIf, whatIf } from "../measures/what-if/what-if.ts";
import { BoundaryType } from "./boundaries.graphql.ts";
import { builder } from "./builder.ts";
import { CoherenceType } from "./coherence.graphql.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { CoherenceDimensionKindEnum } from "./enums.ts";
import { threatArgs } from "./focal.ts";
import { ImportIssue } from "./import-issue.graphql.ts";
import { InterventionType } from "./interventions.graphql.ts";
import { EcosystemMapType, MapFilterInput } from "./map.graphql.ts";
import { mapOf } from "./map-of.ts";
import { loadAt, momentArgs } from "./moment.ts";
import { NodeInterface } from "./node.graphql.ts";
import { PositionType } from "./positions.graphql.ts";
import { RecordKindEnum } from "./records.graphql.ts";
import { ThreatAssessmentType } from "./threats.graphql.ts";
import { bothWeightArgs } from "./weights.ts";
import { readWhatIfInput, WhatIfInput } from "./what-if-input.graphql.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const WhatIfDifferenceKindEnum = builder.enumType("WhatIfDifferenceKind", {
  description: "The figure that differs.",
  values: {
    COHERENCE: { description: "The overall score of coherence." },
    DIMENSION: { description: "The score of a dimension." },
    ITEM: { description: "The value of an item of a dimension." },
    BOUNDARY: { description: "The status, value or leads of the boundary of an activity." },
    SERVITIZATION: { description: "The servitization of an actor." },
    BREADTH: { description: "The breadth of an actor: its effective number of activities." },
    PERCEPTION_GAP: { description: "The perception gap of an actor." },
    THREAT: { description: "The threat of a rival." },
  },
});

/** Looked up after the changes, or before them for a record that they removed. */
interface Two {
  loaded: LoadedEcosystem;
  earlier: LoadedEcosystem;
}
const subjectsOf = ({ loaded, earlier }: Two, refs: readonly RecordRef[]): RecordNode[] =>
  refs.flatMap(({ kind, key }) => loaded.find(kind, key) ?? earlier.find(kind, key) ?? []);

const WhatIfDifference = builder.objectRef<Difference & Two>("WhatIfDifference").implement({
  description: "A figure that the changes alter.",
  fields: (t) => ({
    kind: t.field({ type: WhatIfDifferenceKindEnum, description: "The figure.", resolve: ({ kind }) => kind }),
    dimension: t.field({
      type: CoherenceDimensionKindEnum,
      nullable: true,
      description: "The dimension, of a dimension or an item; null otherwise.",
      resolve: ({ dimension }) => dimension,
    }),
    key: t.exposeString("key", {
      description: "The key of the dimension, item, activity or actor; empty for the overall score.",
    }),
    label: t.exposeString("label", { description: "What the figure is about, in words." }),
    before: t.exposeFloat("before", { nullable: true, description: "The current figure; null: unknown, or none." }),
    after: t.exposeFloat("after", {
      nullable: true,
      description: "The figure in the scenario; null: unknown, or none.",
    }),
    was: t.exposeString("was", { description: "The current figure in words." }),
    becomes: t.exposeString("becomes", { description: "The figure in the scenario in words." }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about; empty for the whole ecosystem.",
      resolve: (difference) => subjectsOf(difference, difference.subjects),
    }),
  }),
});

const WhatIfChange = builder.objectRef<Two & { kind: RecordKind; key: string }>("WhatIfChange").implement({
  description: "A change of a fact in the scenario; it is not stored.",
  fields: (t) => ({
    kind: t.field({ type: RecordKindEnum, description: "What kind of record.", resolve: ({ kind }) => kind }),
    key: t.exposeString("key", { description: "The identity of the record." }),
    label: t.string({
      description: "Its name on screen.",
      resolve: ({ loaded, earlier, kind, key }) => (loaded.find(kind, key) ? loaded : earlier).label(kind, key),
    }),
    before: t.field({
      type: "JSON",
      nullable: true,
      description: "The record as stored; null when it is added.",
      resolve: ({ earlier, kind, key }) => earlier.find(kind, key)?.record,
    }),
    after: t.field({
      type: "JSON",
      nullable: true,
      description: "The record in the scenario; null when it is removed.",
      resolve: ({ loaded, kind, key }) => loaded.find(kind, key)?.record,
    }),
  }),
});

const WhatIfLeftOut = builder.objectRef<Loaded<LeftOut>>("WhatIfLeftOut").implement({
  description:
    "An unknown item that an intervention would make known. The score excludes it, as the gain of an intervention does.",
  fields: (t) => ({
    dimension: t.field({
      type: CoherenceDimensionKindEnum,
      description: "The dimension of the item.",
      resolve: ({ dimension }) => dimension,
    }),
    key: t.string({ description: "The key of the item.", resolve: ({ item }) => item.key }),
    label: t.string({ description: "The item in words.", resolve: ({ item }) => item.label }),
    value: t.float({
      nullable: true,
      description: "The value that it would have, 0 to 1.",
      resolve: ({ item }) => item.value,
    }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about.",
      resolve: ({ loaded, item }) => loaded.byRef(item.subjects),
    }),
  }),
});

const JudgementType = builder.objectRef<Loaded<Judgement>>("Judgement").implement({
  description: "The measures of an ecosystem on one date, current or in a scenario.",
  fields: (t) => ({
    coherence: t.field({
      type: CoherenceType,
      description: "Coherence.",
      resolve: ({ loaded, coherence }) => ({ ...coherence, loaded }),
    }),
    positions: t.field({
      type: [PositionType],
      description: "Actors with a position, by key.",
      resolve: ({ loaded, positions }) => withLoaded(loaded, positions),
    }),
    boundaries: t.field({
      type: [BoundaryType],
      description: "The boundary of every valid activity. One that an intervention settles is agreed or shared.",
      resolve: ({ loaded, boundaries }) => withLoaded(loaded, boundaries),
    }),
    threats: t.field({
      type: ThreatAssessmentType,
      nullable: true,
      description: "Competitive threats to the focal firm; null when they cannot be judged.",
      resolve: ({ loaded, threats }) => threats && { ...threats, loaded },
    }),
    threatsReason: t.exposeString("threatsReason", {
      nullable: true,
      description: "Why threats cannot be judged; null when they can.",
    }),
    map: t.field({
      type: EcosystemMapType,
      description: "Nodes and edges to draw, on the date of the scenario.",
      args: { filter: t.arg({ type: MapFilterInput, description: "Only a part of the map." }) },
      resolve: ({ loaded, facts }, { filter }) =>
        mapOf(loaded, { asOf: facts.asOf, minConfidence: facts.minConfidence, filter }),
    }),
  }),
});

const WhatIfType = builder.objectRef<WhatIf & { loaded: LoadedEcosystem }>("WhatIf").implement({
  description:
    "A scenario: coherence, positions, boundaries and threats after some changes, compared with the current ones. Nothing is stored.",
  fields: (t) => {
    /** Memoised: the changed copy is created once for all fields. */
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
          "Errors in the changes. With any, `after` is null. path: a JSON Pointer into the changes, or a stored record.",
        resolve: ({ issues }) => issues,
      }),
      before: t.field({
        type: JudgementType,
        description: "The current measures.",
        resolve: ({ loaded, before }) => ({ ...before, loaded }),
      }),
      after: t.field({
        type: JudgementType,
        nullable: true,
        description:
          "The measures in the scenario. Records that the changes add have ids, but `node` does not find them.",
        resolve: (answer) => answer.after && { ...answer.after, loaded: copyOf(answer) },
      }),
      differences: t.field({
        type: [WhatIfDifference],
        description: "Every figure that differs, by kind, the largest difference first.",
        resolve: (answer) =>
          answer.differences.map((it) => ({ ...it, loaded: copyOf(answer), earlier: answer.loaded })),
      }),
      changes: t.field({
        type: [WhatIfChange],
        description: "The changes of facts in the scenario, those of interventions last.",
        resolve: (answer) =>
          answer.changes.map((change) => ({
            kind: change.kind,
            key: "put" in change ? identityOf(change.kind, change.put) : change.remove,
            loaded: copyOf(answer),
            earlier: answer.loaded,
          })),
      }),
      interventions: t.field({
        type: [InterventionType],
        description: "The interventions in the scenario, each with the gain that it would bring alone.",
        resolve: (answer) => withLoaded(answer.loaded, answer.interventions),
      }),
      leftOut: t.field({
        type: [WhatIfLeftOut],
        description: "Unknown items that the interventions would make known; the score excludes them.",
        resolve: (answer) => withLoaded(copyOf(answer), answer.leftOut),
      }),
    };
  },
});

builder.objectField(EcosystemType, "whatIf", (t) =>
  t.field({
    type: WhatIfType,
    description: "A scenario: measures after some changes, evaluated on a copy. Nothing is stored.",
    args: {
      changes: t.arg({ type: WhatIfInput, required: true, description: "The changes of the scenario." }),
      ...threatArgs,
      ...momentArgs,
      ...bothWeightArgs,
    },
    complexity: measureCost,
    resolve: async (ecosystem, args, context) => {
      const { loaded, moment } = await loadAt(ecosystem, args, context);
      const answer = whatIf(loaded.document, readWhatIfInput(args.changes, loaded.key), moment, {
        rules: documentRules,
        weights: args.weights ?? [],
        threat: { focal: args.focal, weights: args.threatWeights, halfLifeDays: args.halfLifeDays },
      });
      return { ...answer, loaded };
    },
  }),
);
