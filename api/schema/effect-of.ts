import { type EcosystemDocument, type EcosystemHead, recordOfFields } from "../../cypher/model/document.ts";
import { isRecordKind } from "../../cypher/model/record-kinds.ts";
import type { ChangedEntry } from "../changes/batch/run-batch.ts";
import { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import { dimensionWeights, measureCoherence, type ScoreSummary, summaryOf } from "../measures/coherence/coherence.ts";
import { dimensions } from "../measures/coherence/dimensions.ts";
import { recordBy } from "../measures/scoring/record-by.ts";
import { rankThreats } from "../measures/threat/ranking.ts";
import { MeasureError } from "../shared/measure-error.ts";
import type { MemoFor } from "../shared/memo.ts";
import { EPSILON } from "../shared/order.ts";
import { type FactChange, withChanges } from "../time/fact-change.ts";
import type { Facts } from "../time/facts.ts";
import { factsAt, type Moment } from "./moment.ts";

interface ThreatEffect {
  key: string;
  name: string;
  before: number | null;
  after: number | null;
}

/** Coherence and threats before and after a change; of threats only those that differ, largest difference first. */
export interface Effect {
  before: ScoreSummary;
  after: ScoreSummary;
  threats: ThreatEffect[];
}

/** Figures without what explains them: half the work of the whole judgement. */
interface Figures {
  coherence: ScoreSummary;
  /** Null where there is no focal firm, or it has no position. */
  threats: ReadonlyMap<string, number> | null;
  facts: Facts;
}

const weights = dimensionWeights([]);

/** Both states share their memos: of the state after a change only what the change concerns is measured. */
function figuresOf(loaded: LoadedEcosystem, moment: Moment, asked: string | undefined): Figures {
  const focal = asked ?? loaded.head.focal;
  return loaded.measure("effect", { ...moment, focal }, () => {
    const facts = factsAt(loaded, moment);
    const ofDimension = loaded.memosOf("coherence", moment);
    const memo = recordBy(dimensions, ({ kind }) => ofDimension(kind));
    const measured = measureCoherence(facts, weights, { memo });
    const threats = threatsOf(facts, focal, loaded.memosOf("threats", { ...moment, focal }));
    return { coherence: summaryOf(measured), threats, facts };
  });
}

function threatsOf(facts: Facts, focal: string | undefined, memoFor: MemoFor): Figures["threats"] {
  if (focal === undefined) return null;
  try {
    const { ranked } = rankThreats(facts, { focal }, memoFor);
    return new Map(ranked.map(({ figures }) => [figures.rival.actor.key, figures.threat]));
  } catch (error) {
    if (error instanceof MeasureError && error.code.startsWith("FOCAL_")) return null;
    throw error;
  }
}

/** What a change has done to the judgement, seen from a firm; the measures of both states are kept with them. */
export function effectOf(
  before: LoadedEcosystem,
  after: LoadedEcosystem,
  moment: Moment,
  focal: string | undefined,
): Effect {
  const [was, is] = [figuresOf(before, moment, focal), figuresOf(after, moment, focal)];
  const rivals = new Set([...(was.threats?.keys() ?? []), ...(is.threats?.keys() ?? [])]);
  const threats = [...rivals].flatMap((key): ThreatEffect[] => {
    const [one, other] = [was.threats?.get(key) ?? null, is.threats?.get(key) ?? null];
    if (one !== null && other !== null && Math.abs(one - other) <= EPSILON) return [];
    const name = (is.facts.actors.get(key) ?? was.facts.actors.get(key))!.name;
    return [{ key, name, before: one, after: other }];
  });
  const size = (it: ThreatEffect) => Math.abs((it.after ?? 0) - (it.before ?? 0));
  threats.sort((a, b) => size(b) - size(a) || (a.key < b.key ? -1 : 1));
  return { before: was.coherence, after: is.coherence, threats };
}

/** The ecosystem as a change would leave it, on a copy. */
export function withEntries(loaded: LoadedEcosystem, changed: readonly ChangedEntry[]): LoadedEcosystem {
  const changes: FactChange[] = [];
  let head: EcosystemHead = loaded.head;
  for (const { kind, key, after, from } of changed) {
    if (kind === "ecosystem" && after) head = recordOfHead(after);
    if (!isRecordKind(kind)) continue;
    if (from !== undefined) changes.push({ kind, remove: from });
    if (!after) changes.push({ kind, remove: key });
  }
  // What goes away goes first: one record may take the identity of another.
  for (const { kind, after } of changed)
    if (isRecordKind(kind) && after) changes.push({ kind, put: recordOfFields(after) } as FactChange);
  const document: EcosystemDocument = { ...withChanges(loaded.document, changes), ecosystem: head };
  return new LoadedEcosystem(loaded.revision, document, loaded, loaded);
}

/** What the log, or a planner, has as the fields of the ecosystem itself. */
const recordOfHead = (fields: object): EcosystemHead => fields as EcosystemHead;
