import type { threats } from "../measures/threat/threat.ts";
import { builder } from "./builder.ts";
import { ThreatDamperKindEnum, ThreatFactorKindEnum } from "./enums.ts";
import { Evidence } from "./evidence.graphql.ts";
import { EcosystemMapType } from "./map.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";
import { type Seen, subgraphCost, subgraphOfTerms } from "./subgraph.ts";
import type { Loaded } from "./with-loaded.ts";

export type Threat = ReturnType<typeof threats>["rivals"][number];
type Factor = Threat["factors"][number];
type Damper = Threat["dampers"][number];
type Term = Factor["terms"][number];

export type PlacedThreat = Loaded<Threat> & { seen: Seen };

// Each with its parent, by which its records are found and its part of the map is derived. Copied field by field: for
// thousands of them several times as fast as spreading.
type Placed<Part> = Part & { of: PlacedThreat };
export const placeFactor = (
  { kind, name, question, reason, value, low, high, weight, defaultWeight, contribution, terms }: Factor,
  of: PlacedThreat,
): Placed<Factor> => ({
  kind,
  name,
  question,
  reason,
  value,
  low,
  high,
  weight,
  defaultWeight,
  contribution,
  terms,
  of,
});
export const placeDamper = (
  { kind, name, question, reason, value, low, high, multiplier, terms }: Damper,
  of: PlacedThreat,
): Placed<Damper> => ({ kind, name, question, reason, value, low, high, multiplier, terms, of });

type PlacedTerm = Term & { of: Placed<Factor> | Placed<Damper> };
const placeTerms = (of: PlacedTerm["of"]): PlacedTerm[] =>
  of.terms.map(({ label, subjects, share, evidence }) => ({ label, subjects, share, evidence, of }));
const subgraphOf = ({ of: { loaded, seen }, kind }: PlacedTerm["of"], terms: readonly Term[]) =>
  subgraphOfTerms(loaded, seen, kind, terms);
const partOfMap = "The part of the map behind it: the focal firm, the rival and the facts that were read.";

const ThreatTerm = builder.objectRef<PlacedTerm>("ThreatTerm").implement({
  description:
    "A term of a factor or damper: an activity, customer, supplier, capability, move, statement or tie. The shares of a factor add up to its value (for MOMENTUM in proportion).",
  fields: (t) => ({
    label: t.exposeString("label", { description: "The term in words." }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about.",
      resolve: ({ of, subjects }) => of.of.loaded.byRef(subjects),
    }),
    share: t.exposeFloat("share", { description: "Its share in the value." }),
    evidence: t.field({
      type: [Evidence],
      description: "The sources of its facts.",
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

export const ThreatFactor = builder.objectRef<Placed<Factor>>("ThreatFactor").implement({
  description: "A factor of competitive contact.",
  fields: (t) => ({
    kind: t.expose("kind", { type: ThreatFactorKindEnum, description: "Which factor." }),
    name: t.exposeString("name", { description: "Its name as a heading." }),
    question: t.exposeString("question", { description: "The question that it answers." }),
    reason: t.exposeString("reason", {
      nullable: true,
      description: "Why it is unknown: the facts that it needs; null when it is known.",
    }),
    value: t.exposeFloat("value", { nullable: true, description: "0 to 1; null: unknown." }),
    low: t.exposeFloat("low", { description: "Lower bound." }),
    high: t.exposeFloat("high", { description: "Upper bound." }),
    weight: t.exposeFloat("weight", { description: "Its weight." }),
    defaultWeight: t.exposeFloat("defaultWeight", { description: "Its weight when none is given." }),
    contribution: t.exposeFloat("contribution", {
      nullable: true,
      description: "What it contributes to the threat; contributions add up to the threat.",
    }),
    terms: t.field({
      type: [ThreatTerm],
      description: "Its terms.",
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

export const ThreatDamper = builder.objectRef<Placed<Damper>>("ThreatDamper").implement({
  description: "A damper: what reduces the threat.",
  fields: (t) => ({
    kind: t.expose("kind", { type: ThreatDamperKindEnum, description: "Which damper." }),
    name: t.exposeString("name", { description: "Its name as a heading." }),
    question: t.exposeString("question", { description: "The question that it answers." }),
    reason: t.exposeString("reason", {
      nullable: true,
      description: "Why it is unknown: the facts that it needs; null when it is known.",
    }),
    value: t.exposeFloat("value", { nullable: true, description: "0 to 1; null: unknown." }),
    low: t.exposeFloat("low", { description: "Lower bound." }),
    high: t.exposeFloat("high", { description: "Upper bound." }),
    multiplier: t.exposeFloat("multiplier", {
      description: "What contact is multiplied by, 0.5 to 1; known also where the damper is not.",
    }),
    terms: t.field({
      type: [ThreatTerm],
      description: "Its terms.",
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
