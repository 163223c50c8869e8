import fc from "fast-check";
import type { ActorKind, EcosystemDocument, RecordKind, RecordsByKind } from "../../cypher/model/document.ts";
import { identityOf } from "../../cypher/model/record-kinds.ts";

// Small pools of keys, so that records meet: a random document is to have contested boundaries, shared standards, rivals.
const keys = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index}`);
const actorKinds: ActorKind[] = [
  "MANUFACTURER",
  "CUSTOMER",
  // Twice, since three dimensions and the segments look at customers only.
  "CUSTOMER",
  "SOFTWARE_PROVIDER",
  "ANALYST",
  "START_UP",
  "SERVICE_PROVIDER",
  "TECHNOLOGY_FIRM",
  "STANDARDS_BODY",
  "OTHER",
];

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const unit = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
const five = fc.integer({ min: 1, max: 5 });
const day = (from: number, to: number) =>
  fc
    .record({
      year: fc.integer({ min: from, max: to }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map((it) => `${it.year}-${String(it.month).padStart(2, "0")}-${String(it.day).padStart(2, "0")}`);

/** Drops what is undefined: a document has no such fields. */
const tidy = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const factFields = {
  validFrom: maybe(day(2015, 2025)),
  validTo: fc.option(day(2026, 2028), { nil: undefined, freq: 2 }),
  confidence: maybe(unit),
  evidence: maybe(fc.subarray(keys("e", 3))),
};

function list<K extends RecordKind>(kind: K, shape: object, max: number): fc.Arbitrary<RecordsByKind[K][]> {
  const record = fc
    .record(shape as Record<string, fc.Arbitrary<unknown>>)
    .map((it) => tidy(it) as unknown as RecordsByKind[K]);
  return fc.uniqueArray(record, { maxLength: max, selector: (it) => identityOf(kind, it) });
}

const pair = <T extends object>(arbitrary: fc.Arbitrary<T[]>, a: keyof T, b: keyof T) =>
  arbitrary.map((records) => records.filter((it) => it[a] !== it[b]));

function documentOf(actors: string[], activities: string[], standards: string[]): fc.Arbitrary<EcosystemDocument> {
  const actor = fc.constantFrom(...actors);
  const activity = fc.constantFrom(...activities);
  const standard = fc.constantFrom(...standards);
  const system = fc.constantFrom(...keys("c", 3));
  const status = fc.constantFrom("PROPOSED", "DRAFT", "PUBLISHED", "WITHDRAWN");
  const key = (letter: string, count: number) => fc.constantFrom(...keys(letter, count));
  const condition = maybe(fc.constantFrom(true, false, null));
  const named = (list: string[]) => list.map((it) => ({ key: it, name: `The ${it}` }));
  return fc.record({
    format: fc.constant("ecosystem/1" as const),
    ecosystem: fc.constant({ key: "random", name: "Random", focal: actors[0]! }),
    evidence: fc.constant(keys("e", 3).map((it) => ({ key: it, title: it }))),
    capabilities: fc.constant(named(keys("k", 3))),
    controlSystems: fc.constant(named(keys("c", 3))),
    topics: fc.constant(named(keys("t", 3))),
    actors: fc
      .array(
        fc.record({
          kinds: fc.uniqueArray(fc.constantFrom(...actorKinds), { minLength: 1, maxLength: 3 }),
          employees: maybe(fc.integer({ min: 0, max: 200 })),
        }),
        {
          minLength: actors.length,
          maxLength: actors.length,
        },
      )
      .map((drawn) => drawn.map((it, index) => tidy({ key: actors[index]!, name: `Firm ${index}`, ...it }))),
    standards: fc.array(status, { minLength: standards.length, maxLength: standards.length }).map(
      (drawn) =>
        drawn.map((it, index) => ({
          key: standards[index]!,
          name: `Standard ${index}`,
          status: it,
        })) as RecordsByKind["standards"][],
    ),
    activities: fc
      .array(
        fc.record({
          required: maybe(fc.boolean()),
          importance: maybe(five),
          serviceness: maybe(unit),
          requires: maybe(
            fc.uniqueArray(
              fc.record({ capability: key("k", 3), level: fc.integer({ min: 1, max: 10 }).map((it) => it / 10) }),
              {
                selector: (it) => it.capability,
              },
            ),
          ),
        }),
        { minLength: activities.length, maxLength: activities.length },
      )
      .map((drawn) =>
        drawn.map((it, index) =>
          tidy({ key: activities[index]!, name: `Activity ${index}`, layer: "SERVICE" as const, ...it }),
        ),
      ),
    profiles: list(
      "profiles",
      {
        actor,
        serviceReadiness: maybe(five),
        dataSharing: maybe(five),
        digitalInfrastructure: maybe(five),
        ...factFields,
      },
      6,
    ),
    actorCapabilities: list("actorCapabilities", { actor, capability: key("k", 3), level: unit, ...factFields }, 10),
    adoptions: list("adoptions", { actor, standard, extent: unit, ...factFields }, 12),
    claims: fc
      .tuple(
        list(
          "claims",
          { by: maybe(actor), about: actor, activity, extent: unit, lead: maybe(fc.boolean()), ...factFields },
          15,
        ),
        list(
          "claims",
          { about: actor, activity, extent: unit, lead: fc.constantFrom(true, true, false), ...factFields },
          15,
        ),
      )
      // Own claims besides, so that boundaries are contested; by comes from about, and so no two are the same.
      .map(([said, own]) => [
        ...said.filter((it) => it.by !== it.about),
        ...own.map((it) => ({ by: it.about, ...it })),
      ]),
    stances: list("stances", { actor, topic: key("t", 3), position: five, salience: maybe(five), ...factFields }, 10),
    interfaces: pair(
      list(
        "interfaces",
        { key: key("i", 8), a: actor, b: actor, candidates: maybe(fc.subarray(standards)), ...factFields },
        8,
      ),
      "a",
      "b",
    ),
    installations: list(
      "installations",
      {
        key: key("n", 12),
        customer: actor,
        origin: maybe(actor),
        units: maybe(five),
        installedYear: maybe(fc.integer({ min: 2000, max: 2026 })),
        controlSystem: maybe(system),
        ...factFields,
      },
      12,
    ),
    agreements: pair(
      list(
        "agreements",
        {
          key: key("g", 6),
          provider: actor,
          customer: actor,
          security: condition,
          ownership: condition,
          contract: condition,
          benefit: condition,
          ...factFields,
        },
        6,
      ),
      "provider",
      "customer",
    ),
    initiatives: list(
      "initiatives",
      {
        key: key("d", 3),
        name: fc.constant("Together"),
        participants: fc.subarray(actors, { minLength: 2 }),
        startedOn: maybe(day(2018, 2022)),
        endedOn: maybe(day(2024, 2028)),
        ...factFields,
      },
      3,
    ),
    relations: pair(
      list(
        "relations",
        {
          from: fc.oneof(actor, fc.constant(actors[0]!)),
          to: actor,
          type: fc.constantFrom("SUPPLIES", "SUPPLIES", "SUPPLIES", "PARTNERS_WITH", "OWNS", "DEPENDS_ON"),
          volume: maybe(fc.integer({ min: 1, max: 100 })),
          ...factFields,
        },
        20,
      ),
      "from",
      "to",
    ).map((relations) =>
      relations.map(({ volume, ...rest }) => (rest.type === "SUPPLIES" ? tidy({ ...rest, volume }) : rest)),
    ),
    moves: list(
      "moves",
      {
        key: key("m", 8),
        actor,
        date: day(2020, 2026),
        type: fc.constantFrom("LAUNCH", "ENTRY", "EXIT", "OTHER"),
        title: fc.constant("A move"),
        activities: maybe(fc.subarray(activities)),
        impact: maybe(five),
        ...factFields,
      },
      8,
    ),
  });
}

/** Valid documents of a few dozen records that refer to one another; their focal actor is "a0". */
export const randomDocument: fc.Arbitrary<EcosystemDocument> = fc
  .record({
    actors: fc.integer({ min: 2, max: 6 }),
    activities: fc.integer({ min: 1, max: 4 }),
    standards: fc.integer({ min: 1, max: 3 }),
  })
  .chain((counts) => documentOf(keys("a", counts.actors), keys("j", counts.activities), keys("s", counts.standards)));

/** The same document with every collection in another order. */
export function shuffled(document: EcosystemDocument): fc.Arbitrary<EcosystemDocument> {
  const shuffles = Object.fromEntries(
    Object.entries(document)
      .filter(([, value]) => Array.isArray(value))
      .map(([name, value]) => [
        name,
        fc.shuffledSubarray(value as unknown[], { minLength: (value as unknown[]).length }),
      ]),
  );
  return fc.record(shuffles).map((collections) => ({ ...document, ...collections }) as EcosystemDocument);
}
