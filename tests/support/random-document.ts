import fc from "fast-check";
import type { ActorKind, EcosystemDocument } from "../../cypher/model/document.ts";
import { valuesOf } from "../../cypher/model/enum-table.ts";
import { layers } from "../../cypher/model/enums/layer.ts";
import { offeringTypes } from "../../cypher/model/enums/offering-type.ts";
import {
  day,
  factFields,
  five,
  gradedEvidence,
  keys,
  list,
  maybe,
  pair,
  tagsOn,
  tidy,
  unit,
  withHistory,
  withResponses,
} from "./random-parts.ts";

const actorKinds: ActorKind[] = [
  "MANUFACTURER",
  "CUSTOMER",
  // Twice, since three dimensions and the segments consider customers only.
  "CUSTOMER",
  "SOFTWARE_PROVIDER",
  "ANALYST",
  "START_UP",
  "SERVICE_PROVIDER",
  "TECHNOLOGY_FIRM",
  "STANDARDS_BODY",
  "OTHER",
];

function documentOf(actors: string[], activities: string[], standards: string[]): fc.Arbitrary<EcosystemDocument> {
  const actor = fc.constantFrom(...actors);
  const activity = fc.constantFrom(...activities);
  const standard = fc.constantFrom(...standards);
  const system = fc.constantFrom(...keys("c", 3));
  const status = fc.constantFrom("PROPOSED", "DRAFT", "PUBLISHED", "WITHDRAWN");
  // Validity of an actor, activity or standard: mostly open, since its dependants are in force only with it.
  const someFact = fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, fc.record(factFields).map(tidy));
  const key = (letter: string, count: number) => fc.constantFrom(...keys(letter, count));
  const condition = maybe(fc.constantFrom(true, false, null));
  const named = (list: string[]) => list.map((it) => ({ key: it, name: `The ${it}` }));
  const documents = fc.record({
    format: fc.constant("ecosystem/1" as const),
    ecosystem: fc.constant({ key: "random", name: "Random", focal: actors[0]! }),
    evidence: fc.tuple(...keys("e", 3).map(gradedEvidence)),
    capabilities: fc.constant(named(keys("k", 3))),
    controlSystems: fc.constant(named(keys("c", 3))),
    topics: fc.constant(named(keys("t", 3))),
    actors: fc
      .array(
        fc.record({
          kinds: fc.uniqueArray(fc.constantFrom(...actorKinds), { minLength: 1, maxLength: 3 }),
          employees: maybe(fc.integer({ min: 0, max: 200 })),
          fact: someFact,
        }),
        {
          minLength: actors.length,
          maxLength: actors.length,
        },
      )
      .map((drawn) =>
        drawn.map(({ fact, ...it }, index) => ({
          ...tidy({ key: actors[index]!, name: `Firm ${index}`, ...it }),
          // The first is the focal firm: always in force.
          ...(index > 0 && fact),
        })),
      ),
    standards: fc
      .tuple(
        ...standards.map((it, index) =>
          fc
            .record({ status, fact: someFact })
            .chain(({ status, fact }) => withHistory({ key: it, name: `Standard ${index}`, status, ...fact })),
        ),
      )
      .map((drawn) => drawn),
    activities: fc
      .array(
        fc.record({
          layer: maybe(fc.constantFrom(...valuesOf(layers))),
          required: maybe(fc.boolean()),
          importance: maybe(five),
          serviceness: maybe(unit),
          fact: someFact,
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
        drawn.map(({ fact, ...it }, index) => ({
          ...tidy({ key: activities[index]!, name: `Activity ${index}`, ...it }),
          // The first is an activity that tests assign to the focal firm: always in force.
          ...(index > 0 && fact),
        })),
      ),
    profiles: list(
      "profiles",
      {
        actor,
        serviceReadiness: maybe(five),
        industrialInternetReadiness: maybe(five),
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
      // Additional own claims, so that boundaries are contested; by comes from about, so they are unique.
      .map(([said, own]) => [
        ...said.filter((it) => it.by !== it.about),
        ...own.map((it) => ({ by: it.about, ...it })),
      ]),
    offerings: list(
      "offerings",
      {
        key: key("o", 6),
        name: fc.constant("An offering"),
        provider: actor,
        type: fc.constantFrom(...valuesOf(offeringTypes)),
        activities: maybe(fc.subarray(activities)),
        labels: maybe(fc.subarray(["pump", "valve"])),
        website: maybe(fc.constant("https://example.org/")),
        ...factFields,
      },
      6,
    ),
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
          to: fc.oneof({ weight: 2, arbitrary: actor }, fc.constant(actors[0]!)),
          type: fc.constantFrom(
            ...["SUPPLIES", "SUPPLIES", "SUPPLIES", "SUPPLIES", "PARTNERS_WITH", "OWNS", "DEPENDS_ON", "COMPETES_WITH"],
          ),
          volume: maybe(fc.integer({ min: 1, max: 100 })),
          share: maybe(fc.integer({ min: 1, max: 10 }).map((it) => it / 10)),
          ...factFields,
        },
        24,
      ),
      "from",
      "to",
    ).map((relations) =>
      relations.map(({ volume, share, ...rest }) =>
        tidy({ ...rest, ...(rest.type === "SUPPLIES" && { volume }), ...(rest.type === "OWNS" && { share }) }),
      ),
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
    tags: tagsOn(actors),
  });
  return documents.chain(withResponses);
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
