import type { ActorRecord, ClaimRecord, EcosystemDocument, RelationRecord } from "../../cypher/model/document.ts";

// Ecosystems of which little is known, or in which much is equal: what a page says of them is easily said too loudly.

const named = (key: string, kind: ActorRecord["kinds"][number] = "MANUFACTURER"): ActorRecord => ({
  key,
  name: key.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()).replaceAll("-", " "),
  kinds: [kind],
});
const own = (actor: string, activity: string, extent: number, lead?: boolean): ClaimRecord => ({
  by: actor,
  about: actor,
  activity,
  extent,
  ...(lead !== undefined && { lead }),
});
const supplies = (from: string, to: string): RelationRecord => ({ from, to, type: "SUPPLIES" });
const format = "ecosystem/1" as const;

/** Coherence is known of one dimension of seven: boundaries. One is contested, one agreed, of one nothing is known. */
export const oneDimensionKnown = (key = "one-dimension"): EcosystemDocument => ({
  format,
  ecosystem: { key, name: "One dimension known", valueProposition: "Heat without flames", focal: "northwind" },
  actors: [named("northwind"), named("solenne"), named("harbour-heat", "CUSTOMER"), named("quietfield")],
  activities: [
    { key: "pumps", name: "Make heat pumps", layer: "EQUIPMENT", serviceness: 0, importance: 4 },
    { key: "control", name: "Control the grid", layer: "PLATFORM", serviceness: 0.6 },
    { key: "run", name: "Run the plant", layer: "OPERATION", serviceness: 1 },
  ],
  claims: [
    own("northwind", "pumps", 0.9, true),
    own("northwind", "control", 0.5, true),
    own("solenne", "control", 0.8, true),
  ],
});

/** Coherence is known of no dimension: actors and an optional activity. */
export const noDimensionKnown = (key = "no-dimension"): EcosystemDocument => ({
  format,
  ecosystem: { key, name: "No dimension known", focal: "northwind" },
  actors: [named("northwind"), named("solenne"), named("harbour-heat", "CUSTOMER")],
  activities: [{ key: "pumps", name: "Make heat pumps", layer: "EQUIPMENT", required: false }],
  claims: [own("northwind", "pumps", 0.9), own("solenne", "pumps", 0.4)],
});

export const equalRivals = Array.from({ length: 13 }, (_, at) => `rival-${String.fromCharCode(97 + at)}`);

/** Thirteen rivals do and supply the same; two others do the same too, and of their customers nothing is known. */
export const thirteenEqualRivals = (key = "thirteen-equal"): EcosystemDocument => ({
  format,
  ecosystem: { key, name: "Thirteen equal rivals", focal: "northwind" },
  actors: [
    named("northwind"),
    ...equalRivals.map((rival) => named(rival)),
    named("newcomer-one", "START_UP"),
    named("newcomer-two", "TECHNOLOGY_FIRM"),
    named("harbour-heat", "CUSTOMER"),
    named("town-hall", "CUSTOMER"),
  ],
  activities: [
    { key: "pumps", name: "Make heat pumps", layer: "EQUIPMENT", serviceness: 0 },
    { key: "service", name: "Service heat pumps", layer: "SERVICE", serviceness: 0.7 },
  ],
  claims: [
    own("northwind", "pumps", 1, true),
    own("northwind", "service", 0.6),
    ...equalRivals.flatMap((rival) => [own(rival, "pumps", 0.8, false), own(rival, "service", 0.5)]),
    own("newcomer-one", "service", 0.6),
    own("newcomer-two", "pumps", 0.3),
  ],
  topics: [
    {
      key: "data",
      name: "Whose data",
      question: "Whose are the data of a pump?",
      low: "the maker's",
      high: "the owner's",
    },
    { key: "prices", name: "Prices", low: "fixed", high: "by the hour" },
    { key: "unasked", name: "Unasked" },
  ],
  stances: [
    ...equalRivals
      .slice(0, 5)
      .map((actor, at) => ({ actor, topic: "data", position: 1 + (at % 2), salience: at === 2 ? 5 : 3 })),
    ...["northwind", "harbour-heat", "town-hall"].map((actor) => ({ actor, topic: "data", position: 5, salience: 4 })),
    { actor: "newcomer-one", topic: "data", position: 3 },
    { actor: "northwind", topic: "prices", position: 4 },
  ],
  relations: [
    ...["harbour-heat", "town-hall"].map((customer) => supplies("northwind", customer)),
    ...equalRivals.flatMap((rival) => [supplies(rival, "harbour-heat"), supplies(rival, "town-hall")]),
  ],
});

/** The focal firm and two siblings belong to one holding, one sibling competes; three rivals belong to another group. */
export const groupOfSiblings = (key = "siblings"): EcosystemDocument => {
  const ours = ["northwind", "northwind-service", "northwind-rental"];
  const theirs = ["solenne", "solenne-north", "solenne-south"];
  return {
    format,
    ecosystem: { key, name: "A group of siblings", focal: "northwind" },
    actors: [
      named("boreal-holding", "OTHER"),
      ...[...ours, ...theirs].map((it) => named(it)),
      named("harbour-heat", "CUSTOMER"),
    ],
    activities: [
      { key: "pumps", name: "Make heat pumps", layer: "EQUIPMENT", serviceness: 0 },
      { key: "service", name: "Service heat pumps", layer: "SERVICE", serviceness: 0.7 },
    ],
    claims: [
      own("northwind", "pumps", 1, true),
      own("northwind-service", "service", 1, true),
      own("northwind-rental", "pumps", 0.4, false),
      own("solenne", "pumps", 0.9, true),
      own("solenne-north", "pumps", 0.5),
      own("solenne-south", "pumps", 0.5),
    ],
    relations: [
      ...ours.map((to): RelationRecord => ({ from: "boreal-holding", to, type: "OWNS", share: 1 })),
      ...theirs.slice(1).map((to): RelationRecord => ({ from: "solenne", to, type: "OWNS", share: 0.8 })),
      { from: "northwind-rental", to: "northwind", type: "COMPETES_WITH" },
      supplies("northwind", "harbour-heat"),
      supplies("solenne", "harbour-heat"),
    ],
  };
};

/** Firms with positions, and none of them is the focal firm. */
export const noFocalFirm = (key = "no-focal"): EcosystemDocument => {
  const { focal: _, ...ecosystem } = thirteenEqualRivals(key).ecosystem;
  return { ...thirteenEqualRivals(key), ecosystem: { ...ecosystem, name: "No focal firm" } };
};
