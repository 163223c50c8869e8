import type { ActorRecord, EcosystemDocument, RecordKind } from "../../../../cypher/model/document.ts";
import { foldText } from "../../../shared/fold-text.ts";
import { NameMatcher } from "../../../shared/matching/name-matcher.ts";
import { refTo } from "../../../shared/record-ref.ts";
import { actorName, type Facts, pairKey } from "../../../time/facts.ts";
import type { Check, Finding, TidyFacts } from "../check.ts";

/** Below this closeness names are too far apart to ask about. */
const least = 0.8;

/**
 * Records that may be one: actors as imports would match them, standards by code and evidence by address. Each actor is
 * compared with those that share a name, a word or a domain, and asked about with its nearest only, so that the cost and
 * the list grow with the number of actors and not with its square.
 */
export const possibleDuplicates: Check = (tidy) => [
  ...actorPairs(tidy),
  ...equalPairs(tidy, "standards", "code", tidy.document.standards, ({ code, name }) => [code, name]),
  ...equalPairs(tidy, "evidence", "address", tidy.document.evidence, ({ url, title }) => [url, title]),
];

function actorPairs({ facts, references, isKept }: TidyFacts): Finding[] {
  const actors = [...facts.actors.values()];
  const matcher = new NameMatcher(actors);
  const isOwned = ownershipsOf(facts);
  const found = new Map<string, Finding>();
  for (const actor of actors) {
    const like = matcher
      .othersLike(actor)
      .find(
        ({ key, score }) => score >= least && !isOwned(actor.key, key) && !isKept(pairOf("actors", actor.key, key)),
      );
    if (!like) continue;
    const [into, from] = [actor.key, like.key].sort(
      (a, b) => (references.get(b) ?? 0) - (references.get(a) ?? 0) || (a < b ? -1 : 1),
    ) as [string, string];
    const id = pairKey(into, from);
    const other = found.get(id);
    if (other && other.order >= like.score) continue;
    found.set(id, {
      ...finding("actors", into, from, like.score),
      sentence: `${actorName(facts, into)} and ${actorName(facts, from)} may be one actor. ${like.reason}.`,
    });
  }
  return [...found.values()];
}

/** Whether one of two actors owns the other: they share names and domains, and are two. */
function ownershipsOf({ ownerships }: Facts): (a: string, b: string) => boolean {
  const pairs = new Set(ownerships.map(({ from, to }) => pairKey(from, to)));
  return (a, b) => pairs.has(pairKey(a, b));
}

type Keyed = Pick<ActorRecord, "key">;

/** Each record with the first one of the same text. @param textOf the text, and the name on screen */
function equalPairs<R extends Keyed>(
  { isKept }: TidyFacts,
  kind: RecordKind & keyof EcosystemDocument,
  what: string,
  records: readonly R[] | undefined,
  textOf: (record: R) => [string | undefined, string],
): Finding[] {
  const first = new Map<string, R>();
  const found: Finding[] = [];
  for (const record of records ?? []) {
    const [text, name] = textOf(record);
    const folded = foldText(text ?? "");
    if (folded === "") continue;
    const other = first.get(folded);
    if (!other) first.set(folded, record);
    else if (!isKept(pairOf(kind, other.key, record.key)))
      found.push({
        ...finding(kind, other.key, record.key, 1),
        sentence: `${textOf(other)[1]} and ${name} have the same ${what}, ${text}.`,
      });
  }
  return found;
}

const pairOf = (kind: RecordKind, into: string, from: string) => [refTo(kind, into), refTo(kind, from)];

const finding = (kind: RecordKind, into: string, from: string, order: number): Omit<Finding, "sentence"> => ({
  subjects: pairOf(kind, into, from),
  named: 2,
  effect: null,
  since: null,
  order,
});
