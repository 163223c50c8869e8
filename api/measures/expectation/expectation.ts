import type { StanceRecord, TopicRecord } from "../../../cypher/model/document.ts";
import { capitalise } from "../../shared/format.ts";
import { compareText } from "../../shared/order.ts";
import { actorName, type Facts } from "../../time/facts.ts";
import { clampUnit } from "../scoring/concentration.ts";

const SCALE_WIDTH = 4;
const MIDDLE = 3;
/** Salience of a stance without one, and weight of a topic without stances. */
export const DEFAULT_SALIENCE = 3;
export const salienceOf = (stance: StanceRecord): number => stance.salience ?? DEFAULT_SALIENCE;

/**
 * Tastle–Wierman (2007) consensus of positions 1..5 weighted by salience: 1 = of one mind, 0 = split between the ends.
 * Null with fewer than two stances. Source: docs/model.md, section 4.
 */
export function consensus(stances: readonly StanceRecord[]): number | null {
  if (stances.length < 2) return null;
  const salienceAt = new Map<number, number>();
  let total = 0;
  let moment = 0;
  for (const stance of stances) {
    const salience = salienceOf(stance);
    salienceAt.set(stance.position, (salienceAt.get(stance.position) ?? 0) + salience);
    total += salience;
    moment += salience * stance.position;
  }
  const mean = moment / total;
  let sum = 1;
  for (const position of [1, 2, 3, 4, 5]) {
    const share = (salienceAt.get(position) ?? 0) / total;
    if (share > 0) sum += share * Math.log2(1 - Math.abs(position - mean) / SCALE_WIDTH);
  }
  return clampUnit(sum);
}

/** Camp: the actors on one side of the middle of a topic's scale, or in the middle of it. */
export interface Camp {
  side: "LOW" | "MIDDLE" | "HIGH";
  /** The least and the highest position of its actors. */
  from: number;
  to: number;
  /** What the topic calls this end of the scale; null in the middle, and where the end has no name. */
  wants: string | null;
  /** Keys, those to whom the topic matters most first, of equals those farther from the middle, then by key. */
  actors: string[];
}

/** A topic with who says what on it. */
export interface Expectation {
  topic: string;
  /** The value of the topic as an item of coherence; null with fewer than two stances. */
  consensus: number | null;
  /** By position, then salience, highest first, then key. */
  stances: readonly StanceRecord[];
  /** The largest first; of equals the one to whom the topic matters more, then the low end; the middle last. */
  camps: Camp[];
  /** Who wants what, in a sentence. */
  sentence: string;
}

const sideOf = ({ position }: StanceRecord): Camp["side"] =>
  position < MIDDLE ? "LOW" : position > MIDDLE ? "HIGH" : "MIDDLE";
const farFromMiddle = ({ position }: StanceRecord): number => Math.abs(position - MIDDLE);

/** The camps of a topic: empty ones are left out. */
function campsOf(topic: TopicRecord | undefined, stances: readonly StanceRecord[]): Camp[] {
  const found = (["LOW", "HIGH", "MIDDLE"] as const).flatMap((side) => {
    const members = stances
      .filter((stance) => sideOf(stance) === side)
      .sort(
        (a, b) => salienceOf(b) - salienceOf(a) || farFromMiddle(b) - farFromMiddle(a) || compareText(a.actor, b.actor),
      );
    if (members.length === 0) return [];
    const positions = members.map(({ position }) => position);
    const camp: Camp = {
      side,
      from: Math.min(...positions),
      to: Math.max(...positions),
      wants: (side === "MIDDLE" ? undefined : topic?.[side === "LOW" ? "low" : "high"]) ?? null,
      actors: members.map(({ actor }) => actor),
    };
    return [{ camp, salience: members.reduce((sum, stance) => sum + salienceOf(stance), 0) }];
  });
  return found
    .sort(
      (a, b) =>
        Number(a.camp.side === "MIDDLE") - Number(b.camp.side === "MIDDLE") ||
        b.camp.actors.length - a.camp.actors.length ||
        b.salience - a.salience,
    )
    .map(({ camp }) => camp);
}

/** "Polarvide", "Polarvide and SysCo", "Polarvide and 3 others". */
function membersInWords(facts: Facts, [first, second, ...rest]: readonly string[]): string {
  if (second === undefined) return actorName(facts, first!);
  if (rest.length === 0) return `${actorName(facts, first!)} and ${actorName(facts, second)}`;
  return `${actorName(facts, first!)} and ${rest.length + 1} others`;
}

const positionInWords = ({ from, to }: Camp): string => `position ${from === to ? from : `${from}–${to}`} of 5`;

/** "want “open to all”", "takes position 4–5 of 5": the verb agrees with the number of members. */
function wishOf(camp: Camp): { verb: string; wish: string } {
  const isOne = camp.actors.length === 1;
  return camp.wants === null
    ? { verb: isOne ? "takes" : "take", wish: positionInWords(camp) }
    : { verb: isOne ? "wants" : "want", wish: `“${camp.wants}”` };
}

/** Who wants what on a topic, as a part of a sentence: the camps by name. */
export function campsInWords(facts: Facts, key: string): string {
  const stances = facts.stancesOn.get(key) ?? [];
  const camps = campsOf(
    facts.topics.find((topic) => topic.key === key),
    stances,
  );
  const [first, second] = camps;
  if (!first) return "no stances are recorded";
  if (stances.length === 1) {
    return `only ${actorName(facts, first.actors[0]!)} has a stance (${first.wants === null ? "" : `“${first.wants}”, `}${positionInWords(first)})`;
  }
  if (!second) {
    const all = stances.length === 2 ? `both ${membersInWords(facts, first.actors)}` : `all ${stances.length} actors`;
    if (first.side === "MIDDLE") return `${all} stand in the middle`;
    const { verb, wish } = wishOf(first);
    return `${all} ${verb} ${wish}${first.from === first.to || first.wants === null ? "" : `, but not equally (${positionInWords(first)})`}`;
  }
  const parts: string[] = [];
  let said = "";
  for (const camp of camps) {
    const members = membersInWords(facts, camp.actors);
    if (camp.side === "MIDDLE") {
      const place = parts.length > 1 ? "between them" : "in the middle";
      parts.push(`${members} ${camp.actors.length === 1 ? "stands" : "stand"} ${place}`);
      continue;
    }
    const { verb, wish } = wishOf(camp);
    const kind = verb.replace(/s$/, "");
    parts.push(kind === said ? `${members} ${wish}` : `${members} ${verb} ${wish}`);
    said = kind;
  }
  return parts.join(", ");
}

/** Topics with their stances and camps, by key. */
export const expectations = (facts: Facts): Expectation[] =>
  facts.topics.map((topic) => {
    const stances = facts.stancesOn.get(topic.key) ?? [];
    return {
      topic: topic.key,
      consensus: consensus(stances),
      stances: [...stances].sort(
        (a, b) => a.position - b.position || salienceOf(b) - salienceOf(a) || compareText(a.actor, b.actor),
      ),
      camps: campsOf(topic, stances),
      sentence: `${capitalise(campsInWords(facts, topic.key))}.`,
    };
  });
