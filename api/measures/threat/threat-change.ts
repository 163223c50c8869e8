import type { RecordRef } from "../../../cypher/model/document.ts";
import { capitalise, distinctPoints, finePoints } from "../../shared/format.ts";
import { MeasureError } from "../../shared/measure-error.ts";
import { compareText, EPSILON, highestFirst } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";
import { type Damper, shareLeft } from "./damper.ts";
import { dampers, type ThreatDamperKind } from "./dampers.ts";
import { levelOf, type ThreatLevel } from "./level.ts";
import { partOf, type ThreatPartKind } from "./parts.ts";
import type { Explained, ThreatTerm } from "./term.ts";
import { type SingleThreat, type ThreatOptions, threatOf } from "./threat.ts";

/**
 * Contribution of one term of a factor or damper to the change of the threat, −1..1; all contributions add up to it.
 */
export interface ThreatTermChange {
  part: ThreatPartKind;
  label: string;
  subjects: RecordRef[];
  /** The term's share in its factor or damper on both days; of a factor or damper as a whole its value, null: unknown. */
  before: number | null;
  after: number | null;
  change: number;
  sentence: string;
  evidence: string[];
}

export interface ThreatChange {
  focal: string;
  rival: string;
  from: string;
  to: string;
  /** 0 on a day on which it is not a rival. */
  before: number;
  after: number;
  levelBefore: ThreatLevel;
  levelAfter: ThreatLevel;
  change: number;
  /** By size of the contribution, the largest first; equal ones by factor or damper, then label. */
  items: ThreatTermChange[];
}

/**
 * Placeholder for an actor that is not a rival on one day: the other day's rival without contact, so that its whole
 * threat is attributed to its terms.
 */
const withoutContact = (other: SingleThreat): SingleThreat => ({
  ...other,
  threat: 0,
  contact: 0,
  factors: other.factors.map((factor) => ({
    ...factor,
    value: factor.value === null ? null : 0,
    terms: [],
  })),
});

/**
 * Shapley value of a change of each factor of a product of three, x·b·e: the mean over all orders in which the three
 * could have changed (Shapley 1953). The parts add up to the whole.
 */
function shapley(before: readonly [number, number, number], after: readonly [number, number, number]): number[] {
  return [0, 1, 2].map((at) => {
    const [other, another] = [0, 1, 2].filter((it) => it !== at) as [number, number];
    const [b0, b1, e0, e1] = [before[other]!, after[other]!, before[another]!, after[another]!];
    return (2 * b0 * e0 + b0 * e1 + b1 * e0 + 2 * b1 * e1) / 6;
  });
}

const nameOf = (term: ThreatTerm): string => JSON.stringify([term.label, term.subjects]);

/** Terms of a factor or damper that is known on both days, each with its contribution to the change of the value. */
function termChanges(before: Explained, after: Explained) {
  const then = new Map(before.terms.map((term) => [nameOf(term), term]));
  const now = new Map(after.terms.map((term) => [nameOf(term), term]));
  return [...new Set([...then.keys(), ...now.keys()])].map((name) => {
    const [was, is] = [then.get(name), now.get(name)];
    const { label, subjects } = (is ?? was)!;
    const evidence = [...new Set([...(was?.evidence ?? []), ...(is?.evidence ?? [])])].sort(compareText);
    return { label, subjects, before: was?.share ?? 0, after: is?.share ?? 0, evidence };
  });
}

function termSentence(part: ThreatPartKind, label: string, before: number, after: number): string {
  const { phrase } = partOf(part);
  const [was, is] = distinctPoints(before, after, 1);
  if (before === 0) return `${label} now adds ${is} points to ${phrase}.`;
  if (after === 0) return `${label} no longer adds to ${phrase}; it added ${was} points.`;
  return `${label} adds ${is} points to ${phrase}, instead of ${was}.`;
}

function wholeSentence(part: ThreatPartKind, before: number | null, after: number | null, countedAs: string): string {
  const name = capitalise(partOf(part).phrase);
  return before === null
    ? `${name} became known, at ${finePoints(after!)}; before, ${countedAs}.`
    : `${name} is no longer known; it was ${finePoints(before)}; now, ${countedAs}.`;
}

/** Contributions of the factors to the change of contact, each multiplied by `price`. */
function factorChanges(before: SingleThreat, after: SingleThreat, price: number): ThreatTermChange[] {
  const allWeight = before.factors.reduce((sum, { weight }) => sum + weight, 0);
  return before.factors.flatMap((was, index): ThreatTermChange[] => {
    const is = after.factors[index]!;
    const { kind: part, weight } = was;
    const worth = (price * weight) / allWeight;
    if (was.value !== null && is.value !== null) {
      return termChanges(was, is).map((term) => ({
        part,
        ...term,
        change: worth * (term.after - term.before),
        sentence: termSentence(part, term.label, term.before, term.after),
      }));
    }
    if (was.value === null && is.value === null) return [];
    const known = is.value === null ? was : is;
    return [
      {
        part,
        label: partOf(part).phrase,
        subjects: known.terms.flatMap(({ subjects }) => subjects),
        before: was.value,
        after: is.value,
        // What is unknown adds nothing.
        change: worth * ((is.value ?? 0) - (was.value ?? 0)),
        sentence: wholeSentence(part, was.value, is.value, was.value === null ? "it added nothing" : "it adds nothing"),
        evidence: [...new Set(known.terms.flatMap(({ evidence }) => evidence))].sort(compareText),
      },
    ];
  });
}

/** Contributions of one damper, each multiplied by `price`: one half of its change is removed from the threat. */
function damperChanges(
  damper: Damper<ThreatDamperKind>,
  was: Explained,
  is: Explained,
  price: number,
): ThreatTermChange[] {
  const { kind: part, whenUnknown } = damper;
  if (was.value !== null && is.value !== null) {
    return termChanges(was, is).map((term) => ({
      part,
      ...term,
      change: (-price * (term.after - term.before)) / 2,
      sentence: termSentence(part, term.label, term.before, term.after),
    }));
  }
  if (was.value === null && is.value === null) return [];
  const known = is.value === null ? was : is;
  return [
    {
      part,
      label: partOf(part).phrase,
      subjects: known.terms.flatMap(({ subjects }) => subjects),
      before: was.value,
      after: is.value,
      change: (-price * ((is.value ?? whenUnknown) - (was.value ?? whenUnknown))) / 2,
      sentence: wholeSentence(
        part,
        was.value,
        is.value,
        `${was.value === null ? "it counted" : "it counts"} as ${finePoints(whenUnknown)}`,
      ),
      evidence: [...new Set(known.terms.flatMap(({ evidence }) => evidence))].sort(compareText),
    },
  ];
}

function itemsOf(before: SingleThreat, after: SingleThreat): ThreatTermChange[] {
  const worth = (threat: SingleThreat) =>
    dampers.map(({ whenUnknown }, index) => shareLeft(threat.dampers[index]!.value ?? whenUnknown)) as [number, number];
  const prices = shapley([before.contact, ...worth(before)], [after.contact, ...worth(after)]);
  const items = [
    ...factorChanges(before, after, prices[0]!),
    ...dampers.flatMap((damper, index) =>
      damperChanges(damper, before.dampers[index]!, after.dampers[index]!, prices[index + 1]!),
    ),
  ];
  return items.filter(({ change }) => Math.abs(change) > EPSILON);
}

/**
 * Decomposes the difference of one rival's threat between two days into activities, customers, moves, capabilities and
 * ties, without a remainder.
 * A threat is the product of contact X and of what barrier and ties leave, 1 − B/2 and 1 − E/2. Each of the three is
 * credited with its own change times the mean of the other two over all orders of change (Shapley). The change of
 * contact, a weighted mean over all factors, is weight · Δvalue over the sum of weights for each, spread over its
 * terms; a factor that became known is one part, since before it added nothing. A damper's change is spread over its
 * terms; one that became known is compared with the value that counted in its place. On a day on which the actor is not
 * a rival its threat is 0, and the whole threat of the other day is attributed to the terms of its contact.
 * @throws MeasureError RIVAL_UNKNOWN when it is not a rival on either day, and what threats refuses
 */
export function threatChange(before: Facts, after: Facts, rival: string, options: ThreatOptions = {}): ThreatChange {
  const [was, is] = [threatOf(before, rival, options), threatOf(after, rival, options)];
  if (was === null && is === null) {
    throw new MeasureError(
      "RIVAL_UNKNOWN",
      `"${rival}" cannot be a rival on ${before.asOf} or ${after.asOf}: it is not an actor in force, or it is the focal firm, owned together with it, or only a standards body.`,
    );
  }
  const then = was ?? withoutContact(is!);
  const now = is ?? withoutContact(was!);
  const order = new Map([...now.factors, ...now.dampers].map(({ kind }, index) => [kind as string, index]));
  return {
    focal: options.focal ?? (after.focal as string),
    rival,
    from: before.asOf,
    to: after.asOf,
    before: then.threat,
    after: now.threat,
    levelBefore: levelOf(then.threat),
    levelAfter: levelOf(now.threat),
    change: now.threat - then.threat,
    items: highestFirst(
      itemsOf(then, now),
      ({ change }) => Math.abs(change),
      (a, b) => order.get(a.part)! - order.get(b.part)! || compareText(a.label, b.label),
    ),
  };
}
