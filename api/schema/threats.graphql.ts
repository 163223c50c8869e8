import type { segments } from "../measures/segments/segments.ts";
import type { threats } from "../measures/threat/threat.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import {
  CompetitorTypeEnum,
  SegmentAgeEnum,
  SegmentInfrastructureEnum,
  SegmentOriginEnum,
  SegmentReadinessEnum,
  ThreatDamperKindEnum,
  ThreatFactorKindEnum,
  ThreatLevelEnum,
  TypeSourceEnum,
} from "./enums.ts";
import { Evidence } from "./evidence.graphql.ts";
import { EcosystemMapType } from "./map.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";
import { Move } from "./records.graphql.ts";
import { type Seen, subgraphCost, subgraphOfTerms } from "./subgraph.ts";
import type { Loaded } from "./with-loaded.ts";

type Assessment = ReturnType<typeof threats>;
type Threat = Assessment["rivals"][number];
type Factor = Threat["factors"][number];
type Damper = Threat["dampers"][number];
type Term = Factor["terms"][number];

export const ThreatWeightInput = builder.inputType("ThreatWeightInput", {
  description: "How much a factor of contact weighs; 0.4, 0.4 and 0.2 when absent.",
  fields: (t) => ({
    factor: t.field({ type: ThreatFactorKindEnum, required: true, description: "Which factor." }),
    weight: t.float({ required: true, description: "0 or more; not all known ones may be 0." }),
  }),
});

type PlacedThreat = Loaded<Threat> & { seen: Seen };

// Each with what it is a part of, by which its records are found and its piece of the map is read again. Field by
// field: thousands of them are made several times as fast as by copying the part and adding to it.
type Placed<Part> = Part & { of: PlacedThreat };
const placeFactor = (
  { kind, question, reason, value, low, high, weight, contribution, terms }: Factor,
  of: PlacedThreat,
): Placed<Factor> => ({ kind, question, reason, value, low, high, weight, contribution, terms, of });
const placeDamper = (
  { kind, question, reason, value, low, high, terms }: Damper,
  of: PlacedThreat,
): Placed<Damper> => ({ kind, question, reason, value, low, high, terms, of });

type PlacedTerm = Term & { of: Placed<Factor> | Placed<Damper> };
const placeTerms = (of: PlacedTerm["of"]): PlacedTerm[] =>
  of.terms.map(({ label, subjects, share, evidence }) => ({ label, subjects, share, evidence, of }));
const subgraphOf = ({ of: { loaded, seen }, kind }: PlacedTerm["of"], terms: readonly Term[]) =>
  subgraphOfTerms(loaded, seen, kind, terms);
const partOfMap = "The part of the map behind it: the focal firm, the rival, and the facts that were read.";

const ThreatTerm = builder.objectRef<PlacedTerm>("ThreatTerm").implement({
  description:
    "What a factor or damper is made of: an activity, a customer, a capability, a move, a tie; a factor's shares add up to its value (for MOMENTUM in proportion).",
  fields: (t) => ({
    label: t.exposeString("label", { description: "In words." }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about.",
      resolve: ({ of, subjects }) => of.of.loaded.byRef(subjects),
    }),
    share: t.exposeFloat("share", { description: "What it adds to the value." }),
    evidence: t.field({
      type: [Evidence],
      description: "Where its facts come from.",
      resolve: ({ of, evidence }) => of.of.loaded.getAll("evidence", evidence),
    }),
    subgraph: t.field({
      type: EcosystemMapType,
      description: partOfMap,
      complexity: subgraphCost,
      resolve: (term) => subgraphOf(term.of, [term]),
    }),
  }),
});

const ThreatFactor = builder.objectRef<Placed<Factor>>("ThreatFactor").implement({
  description: "One factor of contact.",
  fields: (t) => ({
    kind: t.expose("kind", { type: ThreatFactorKindEnum, description: "Which one." }),
    question: t.exposeString("question", { description: "What it asks, in plain words." }),
    reason: t.exposeString("reason", {
      nullable: true,
      description: "Why it is unknown: what facts it needs; null when it is known.",
    }),
    value: t.exposeFloat("value", { nullable: true, description: "0 to 1; null: unknown." }),
    low: t.exposeFloat("low", { description: "What it is at least." }),
    high: t.exposeFloat("high", { description: "What it is at most." }),
    weight: t.exposeFloat("weight", { description: "How much it weighs." }),
    contribution: t.exposeFloat("contribution", {
      nullable: true,
      description: "What it adds to the threat; contributions add up to it.",
    }),
    terms: t.field({
      type: [ThreatTerm],
      description: "What it is made of.",
      resolve: placeTerms,
    }),
    subgraph: t.field({
      type: EcosystemMapType,
      description: partOfMap,
      complexity: subgraphCost,
      resolve: (part) => subgraphOf(part, part.terms),
    }),
  }),
});

const ThreatDamper = builder.objectRef<Placed<Damper>>("ThreatDamper").implement({
  description: "What dampens the threat. value: the model's B or E, null when unknown.",
  fields: (t) => ({
    kind: t.expose("kind", { type: ThreatDamperKindEnum, description: "Which one." }),
    question: t.exposeString("question", { description: "What it asks, in plain words." }),
    reason: t.exposeString("reason", {
      nullable: true,
      description: "Why it is unknown: what facts it needs; null when it is known.",
    }),
    value: t.exposeFloat("value", { nullable: true, description: "0 to 1; null: unknown." }),
    low: t.exposeFloat("low", { description: "What it is at least." }),
    high: t.exposeFloat("high", { description: "What it is at most." }),
    terms: t.field({
      type: [ThreatTerm],
      description: "What it is made of.",
      resolve: placeTerms,
    }),
    subgraph: t.field({
      type: EcosystemMapType,
      description: partOfMap,
      complexity: subgraphCost,
      resolve: (part) => subgraphOf(part, part.terms),
    }),
  }),
});

const ThreatType = builder.objectRef<PlacedThreat>("Threat").implement({
  description: "The threat of one rival to the focal firm (model: Threat).",
  fields: (t) => ({
    rival: t.field({ type: Actor, description: "Who.", resolve: ({ loaded, rival }) => loaded.get("actors", rival) }),
    threat: t.exposeFloat("threat", { description: "0 to 1." }),
    low: t.exposeFloat("low", { description: "What it is at least." }),
    high: t.exposeFloat("high", { description: "What it is at most." }),
    level: t.expose("level", { type: ThreatLevelEnum, description: "The threat in a word." }),
    type: t.expose("type", { type: CompetitorTypeEnum, description: "What kind of competitor." }),
    typeSource: t.expose("typeSource", {
      type: TypeSourceEnum,
      description: "Whether that is inferred or an analyst's word.",
    }),
    inferredType: t.expose("inferredType", { type: CompetitorTypeEnum, description: "What the facts say." }),
    tagOutdated: t.exposeBoolean("tagOutdated", { description: "An analyst's tag and the facts differ." }),
    contact: t.exposeFloat("contact", { description: "The weighted mean of the known factors, before dampers." }),
    factors: t.field({
      type: [ThreatFactor],
      description: "What makes contact.",
      resolve: (threat) => threat.factors.map((factor) => placeFactor(factor, threat)),
    }),
    dampers: t.field({
      type: [ThreatDamper],
      description: "What dampens it.",
      resolve: (threat) => threat.dampers.map((damper) => placeDamper(damper, threat)),
    }),
    moves: t.field({
      type: [Move],
      description: "All its moves in force, oldest first; those that count in momentum are its terms.",
      resolve: ({ loaded, moves }) => loaded.getAll("moves", moves),
    }),
  }),
});

const CompetitorTypeCount = builder.objectRef<Assessment["countsByType"][number]>("CompetitorTypeCount").implement({
  description: "How many rivals of a type.",
  fields: (t) => ({
    type: t.expose("type", { type: CompetitorTypeEnum, description: "The type." }),
    count: t.exposeInt("count", { description: "How many rivals." }),
    highest: t.exposeFloat("highest", { nullable: true, description: "The highest threat among them." }),
  }),
});

export const ThreatAssessmentType = builder.objectRef<Loaded<Assessment>>("ThreatAssessment").implement({
  description: "Who threatens the focal firm, and how it answers (model: Threat).",
  fields: (t) => ({
    focal: t.field({
      type: Actor,
      description: "Seen from whom.",
      resolve: ({ loaded, focal }) => loaded.get("actors", focal),
    }),
    asOf: t.field({ type: "Date", description: "The date it is judged at.", resolve: ({ asOf }) => asOf }),
    revision: t.int({
      description: "The ecosystem's revision it is judged at.",
      resolve: ({ loaded }) => loaded.revision,
    }),
    rivals: t.field({
      type: [ThreatType],
      description: "Highest threat first; types and first narrow only this list.",
      resolve: ({ loaded, rivals, asOf, minConfidence, focal, halfLifeDays }) =>
        rivals.map((threat) => ({
          ...threat,
          loaded,
          seen: { moment: { asOf, minConfidence }, focal, halfLifeDays, rival: threat.rival },
        })),
    }),
    countsByType: t.field({
      type: [CompetitorTypeCount],
      description: "All rivals by type.",
      resolve: ({ countsByType }) => countsByType,
    }),
    unansweredMoves: t.field({
      type: [Move],
      description: "Oldest first.",
      resolve: ({ loaded, unansweredMoves }) => loaded.getAll("moves", unansweredMoves),
    }),
    medianResponseDays: t.exposeFloat("medianResponseDays", {
      nullable: true,
      description: "Median days from a rival's move to our answer.",
    }),
    firstMoverShare: t.exposeFloat("firstMoverShare", {
      nullable: true,
      description: "Of activities where both moved, the share where we were first, 0 to 1.",
    }),
  }),
});

export const CustomerSegmentType = builder
  .objectRef<Loaded<ReturnType<typeof segments>[number]>>("CustomerSegment")
  .implement({
    description: "Customers with the same four values (model: Customer segments).",
    fields: (t) => ({
      readiness: t.expose("readiness", { type: SegmentReadinessEnum, description: "For services." }),
      infrastructure: t.expose("infrastructure", {
        type: SegmentInfrastructureEnum,
        description: "Digital infrastructure.",
      }),
      origin: t.expose("origin", { type: SegmentOriginEnum, description: "Who made the equipment." }),
      age: t.expose("age", { type: SegmentAgeEnum, description: "How old it is." }),
      customers: t.field({
        type: [Actor],
        description: "Who belongs to it.",
        resolve: ({ loaded, customers }) => loaded.getAll("actors", customers),
      }),
    }),
  });
