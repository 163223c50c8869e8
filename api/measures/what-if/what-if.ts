import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import type { ImportIssue } from "../../changes/imports/issue.ts";
import { MeasureError } from "../../shared/measure-error.ts";
import { type FactChange, withChanges } from "../../time/fact-change.ts";
import type { Facts } from "../../time/facts.ts";
import { factsInForce, type Moment } from "../../time/in-force.ts";
import { type Boundary, boundaries } from "../boundary/boundary.ts";
import { type Coherence, coherence, type DimensionWeight, type Supposition } from "../coherence/coherence.ts";
import type { CoherenceDimensionKind, DimensionItem } from "../coherence/dimension.ts";
import type { Intervention } from "../coherence/interventions.ts";
import { positions } from "../position/position.ts";
import { exactly } from "../scoring/concentration.ts";
import { type ThreatOptions, threats } from "../threat/threat.ts";
import { readFactChanges, type WhatIfChanges } from "./changes.ts";
import { chooseInterventions } from "./choose-interventions.ts";
import { type Difference, differences } from "./differences.ts";
import type { Judgement } from "./judgement.ts";

/** An item that was unknown and that an intervention would make known: the score leaves it out, as a gain does. */
export interface LeftOut {
  dimension: CoherenceDimensionKind;
  item: DimensionItem;
}

export interface WhatIf {
  /** With any, nothing is evaluated and `after` is null. */
  issues: ImportIssue[];
  before: Judgement;
  after: Judgement | null;
  /** All changes of facts, in their order, those of the interventions last. */
  changes: FactChange[];
  interventions: Intervention[];
  leftOut: LeftOut[];
  differences: Difference[];
}

interface WhatIfOptions {
  weights?: readonly DimensionWeight[];
  threat?: ThreatOptions;
}

/** Threats, or why there are none to judge. What the caller got wrong is an error; what a change brought about is not. */
function threatsOf(facts: Facts, options: ThreatOptions, mayFail: boolean) {
  try {
    return { threats: threats(facts, options), threatsReason: null };
  } catch (error) {
    if (!(error instanceof MeasureError) || !mayFail || !error.code.startsWith("FOCAL_")) throw error;
    return { threats: null, threatsReason: error.message };
  }
}

function judge(
  document: EcosystemDocument,
  facts: Facts,
  coherence: Coherence,
  threat: ThreatOptions,
  mayFail: boolean,
) {
  return {
    document,
    facts,
    coherence,
    positions: positions(facts),
    boundaries: boundaries(facts),
    ...threatsOf(facts, threat, mayFail),
  };
}

/** What is settled as an ideal has the value 1; what was unknown before the interventions stays so, and is noted. */
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
 * What coherence, positions, boundaries and threats would be after some changes, beside what they are. Evaluated on a
 * copy: the document itself is not touched, and nothing is stored. An intervention alone raises the score by exactly
 * the gain that the list of interventions gives for it.
 * @throws MeasureError for a bad date, confidence, weight, half-life or focal actor
 */
export function whatIf(
  document: EcosystemDocument,
  changes: WhatIfChanges,
  moment: Moment,
  options: WhatIfOptions = {},
): WhatIf {
  const { weights = [], threat = {} } = options;
  const factsNow = factsInForce(document, moment);
  const before = judge(document, factsNow, coherence(factsNow, weights), threat, threat.focal == null);
  const refused = (issues: ImportIssue[]): WhatIf => ({
    issues,
    before,
    after: null,
    changes: [],
    interventions: [],
    leftOut: [],
    differences: [],
  });

  const read = readFactChanges(document, changes);
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
  const judged = judge(documentAfter, factsAfter, scored, threat, true);
  const settled = chosen.settled.get("BOUNDARIES");
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
