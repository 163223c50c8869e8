import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import type { DocumentRules } from "../../shared/document-rules.ts";
import type { Issue } from "../../shared/issue.ts";
import { MeasureError } from "../../shared/measure-error.ts";
import { type FactChange, withChanges } from "../../time/fact-change.ts";
import type { Facts } from "../../time/facts.ts";
import { factsInForce, type Moment } from "../../time/in-force.ts";
import { type Boundary, boundaries } from "../boundary/boundary.ts";
import { type Coherence, coherence, type DimensionWeight, type Supposition } from "../coherence/coherence.ts";
import type { DimensionItem } from "../coherence/dimension.ts";
import { boundariesDimension } from "../coherence/dimensions/boundaries.ts";
import type { CoherenceDimensionKind } from "../coherence/dimensions.ts";
import type { Intervention } from "../coherence/interventions.ts";
import { positions } from "../position/position.ts";
import { exactly } from "../scoring/concentration.ts";
import { type ThreatOptions, threats } from "../threat/threat.ts";
import { readFactChanges, type WhatIfChanges } from "./changes.ts";
import { chooseInterventions } from "./choose-interventions.ts";
import { type Difference, differences } from "./differences.ts";
import type { Judgement } from "./judgement.ts";

/** Unknown item that an intervention would make known: the score leaves it out, as its gain does. */
export interface LeftOut {
  dimension: CoherenceDimensionKind;
  item: DimensionItem;
}

export interface WhatIf {
  /** With any, nothing is computed and `after` is null. */
  issues: Issue[];
  before: Judgement;
  after: Judgement | null;
  /** All changes of facts in order, those of the interventions last. */
  changes: FactChange[];
  interventions: Intervention[];
  leftOut: LeftOut[];
  differences: Difference[];
}

interface WhatIfOptions {
  rules: DocumentRules;
  weights?: readonly DimensionWeight[];
  threat?: ThreatOptions;
}

/** Threats, or the reason why there are none: a focal firm that is not in force, or has no position. */
function threatsOf(facts: Facts, options: ThreatOptions) {
  try {
    return { threats: threats(facts, options), threatsReason: null };
  } catch (error) {
    if (!(error instanceof MeasureError) || !error.code.startsWith("FOCAL_")) throw error;
    return { threats: null, threatsReason: error.message };
  }
}

function judge(document: EcosystemDocument, facts: Facts, coherence: Coherence, threat: ThreatOptions): Judgement {
  return {
    document,
    facts,
    coherence,
    positions: positions(facts),
    boundaries: boundaries(facts),
    ...threatsOf(facts, threat),
  };
}

/** Items settled as ideals have the value 1; items unknown before the interventions stay unknown and are listed. */
function supposition(
  settled: ReadonlyMap<CoherenceDimensionKind, ReadonlySet<string>>,
  before: Coherence,
  leftOut: LeftOut[],
): Supposition {
  const unknown = new Map(
    before.dimensions.map(({ kind, items }) => [
      kind,
      new Map(items.filter(({ value }) => value === null).map((item) => [item.key, item])),
    ]),
  );
  return (dimension, item) => {
    if (settled.get(dimension)?.has(item.key)) return { ...item, ...exactly(1) };
    const stays = unknown.get(dimension)?.get(item.key);
    if (!stays || item.value === null) return item;
    leftOut.push({ dimension, item });
    return { ...item, value: null, low: stays.low, high: stays.high };
  };
}

function settle(boundary: Boundary): Boundary {
  return { ...boundary, status: boundary.leads.length > 1 ? "SHARED" : "AGREED", value: 1 };
}

/**
 * What-if scenario: coherence, positions, boundaries and threats before and after some changes. Computed on a copy;
 * nothing is stored. A single intervention raises the score by exactly its listed gain.
 * @throws MeasureError for a bad date, confidence, weight, half-life or focal actor
 */
export function whatIf(
  document: EcosystemDocument,
  changes: WhatIfChanges,
  moment: Moment,
  options: WhatIfOptions,
): WhatIf {
  const { rules, weights = [], threat = {} } = options;
  const factsNow = factsInForce(document, moment);
  const before = judge(document, factsNow, coherence(factsNow, weights), threat);
  const refused = (issues: Issue[]): WhatIf => ({
    issues,
    before,
    after: null,
    changes: [],
    interventions: [],
    leftOut: [],
    differences: [],
  });

  const read = readFactChanges(document, changes, rules);
  if (read.issues.length > 0) return refused(read.issues);
  const byFacts = withChanges(document, read.changes);
  const chosen = chooseInterventions(byFacts, factsInForce(byFacts, moment), weights, changes.interventions ?? []);
  if (chosen.issues.length > 0) return refused(chosen.issues);

  const documentAfter = withChanges(byFacts, chosen.changes);
  const factsAfter = factsInForce(documentAfter, moment);
  const leftOut: LeftOut[] = [];
  const scored =
    chosen.interventions.length === 0
      ? chosen.before
      : coherence(factsAfter, weights, supposition(chosen.settled, chosen.before, leftOut));
  const judged = judge(documentAfter, factsAfter, scored, threat);
  // A requested focal firm is an invalid argument only when no change gives it a position or removes it.
  if (threat.focal != null && before.threats === null && judged.threats === null) threats(factsAfter, threat);
  const settled = chosen.settled.get(boundariesDimension.kind);
  const after: Judgement = settled
    ? { ...judged, boundaries: judged.boundaries.map((it) => (settled.has(it.activity) ? settle(it) : it)) }
    : judged;
  return {
    issues: [],
    before,
    after,
    changes: [...read.changes, ...chosen.changes],
    interventions: chosen.interventions,
    leftOut,
    differences: differences(before, after),
  };
}
