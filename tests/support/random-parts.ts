import fc from "fast-check";
import type {
  EcosystemDocument,
  EvidenceRecord,
  RecordKind,
  RecordsByKind,
  StandardRecord,
} from "../../cypher/model/document.ts";
import { identityOf } from "../../cypher/model/record-kinds.ts";

// Small pools of keys, so that records refer to the same actors: contested boundaries, shared standards, rivals.
export const keys = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index}`);
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
export const unit = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
export const five = fc.integer({ min: 1, max: 5 });
export const day = (from: number, to: number) =>
  fc
    .record({
      year: fc.integer({ min: from, max: to }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map((it) => `${it.year}-${String(it.month).padStart(2, "0")}-${String(it.day).padStart(2, "0")}`);

/** Removes undefined fields, which a document cannot have. */
export const tidy = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

export const factFields = {
  validFrom: maybe(day(2015, 2025)),
  validTo: fc.option(day(2026, 2028), { nil: undefined, freq: 2 }),
  // Mostly absent, so that it follows from the evidence.
  confidence: fc.option(unit, { nil: undefined, freq: 1 }),
  evidence: maybe(fc.subarray(keys("e", 3))),
};

/** A source graded on both scales, on one or on neither. */
export const gradedEvidence = (key: string): fc.Arbitrary<EvidenceRecord> =>
  fc
    .record({
      reliability: maybe(fc.constantFrom("A", "B", "C", "D", "E", "F")),
      credibility: maybe(fc.integer({ min: 1, max: 6 })),
    })
    .map((grades) => tidy({ key, title: key, ...grades }) as EvidenceRecord);

/** Records of one kind with unique identities. */
export function list<K extends RecordKind>(kind: K, shape: object, max: number): fc.Arbitrary<RecordsByKind[K][]> {
  const record = fc
    .record(shape as Record<string, fc.Arbitrary<unknown>>)
    .map((it) => tidy(it) as unknown as RecordsByKind[K]);
  return fc.uniqueArray(record, { maxLength: max, selector: (it) => identityOf(kind, it) });
}

export const pair = <T extends object>(arbitrary: fc.Arbitrary<T[]>, a: keyof T, b: keyof T) =>
  arbitrary.map((records) => records.filter((it) => it[a] !== it[b]));

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Former statuses of a standard, each with its first day; a few standards have no history. */
export const withHistory = (standard: StandardRecord): fc.Arbitrary<StandardRecord> =>
  fc
    .tuple(
      fc.uniqueArray(day(2016, 2027), { maxLength: 3 }),
      fc.array(fc.constantFrom("PROPOSED", "DRAFT", "PUBLISHED", "WITHDRAWN"), { minLength: 3, maxLength: 3 }),
    )
    .map(([days, statuses]) => {
      const history = days
        .sort()
        .map((on, index) => ({ on, status: index === days.length - 1 ? standard.status : statuses[index]! }));
      return history.length === 0 ? standard : ({ ...standard, history } as StandardRecord);
    });

/** Responses to some of the moves, mostly by the focal firm, on the day of the move or later. */
export function withResponses(document: EcosystemDocument): fc.Arbitrary<EcosystemDocument> {
  const { actors = [], moves = [] } = document;
  if (moves.length === 0) return fc.constant(document);
  const drawn = {
    key: fc.constantFrom(...keys("q", 8)),
    move: fc.constantFrom(...moves),
    actor: fc.oneof({ weight: 3, arbitrary: fc.constant("a0") }, fc.constantFrom(...actors.map(({ key }) => key))),
    status: maybe(fc.constantFrom("PLANNED", "UNDER_WAY", "DONE", "DECLINED")),
    days: fc.integer({ min: 0, max: 400 }),
    ...factFields,
  };
  return fc
    .uniqueArray(fc.record(drawn), { maxLength: 8, selector: (it) => it.key })
    .map((list) =>
      list.map(({ move, days, ...it }) => tidy({ ...it, move: move.key, date: dayAfter(move.date, days) })),
    )
    .map((responses) => ({ ...document, responses: responses as RecordsByKind["responses"][] }));
}

/** Analysts' tags on rivals, some of them with a competitor type. */
export const tagsOn = (actors: readonly string[]): fc.Arbitrary<RecordsByKind["tags"][]> => {
  const actor = fc.constantFrom(...actors);
  const type = fc.constantFrom("SIMILAR_MANUFACTURER", "SERVICE_CENTRIC_START_UP", "EXPANDING_CUSTOMER", "OTHER");
  const word = fc.oneof(fc.record({ type }), fc.record({ label: fc.constantFrom("watch", "friend") }));
  const at = maybe(day(2024, 2027).map((it) => `${it}T12:00:00Z`));
  return fc
    .uniqueArray(
      fc
        .record({ actor, focal: fc.oneof(fc.constant(actors[0]!), actor), word, at })
        .map(({ word, ...it }) => tidy({ ...it, ...word }) as RecordsByKind["tags"]),
      { maxLength: 6, selector: (it) => identityOf("tags", it) },
    )
    .map((tags) => tags.filter((it) => it.actor !== it.focal));
};
