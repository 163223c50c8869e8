import type {
  ActorKind,
  ActorRecord,
  EcosystemDocument,
  FactBase,
  Layer,
  RecordKind,
  RecordsByKind,
  RelationType,
} from "../../cypher/model/document.ts";
import { identityOf, recordKindNames } from "../../cypher/model/record-kinds.ts";
import { type SeededRandom, seededRandom } from "./seeded-random.ts";

interface GeneratedEcosystem {
  key: string;
  /** Number of actors; about 20 records of all kinds come with each. */
  actors: number;
  seed?: number;
}

const kindsOf: readonly (readonly ActorKind[])[] = [
  ["CUSTOMER"],
  ["CUSTOMER"],
  ["CUSTOMER"],
  ["CUSTOMER", "SERVICE_PROVIDER"],
  ["MANUFACTURER"],
  ["MANUFACTURER", "SERVICE_PROVIDER"],
  ["SOFTWARE_PROVIDER"],
  ["ANALYST", "START_UP"],
  ["TECHNOLOGY_FIRM"],
  ["STANDARDS_BODY"],
];
const layers: readonly Layer[] = ["EQUIPMENT", "CONNECTIVITY", "PLATFORM", "ANALYTICS", "SERVICE", "OPERATION"];
const first = ["Nor", "Hal", "Tiu", "Byte", "Steam", "Ridge", "Ever", "Dampf", "Al", "Os", "Kern", "Val"];
const second = ["denmark", "rvik", "fjord", "wright", "back", "spool", "blick", "manara", "mark", "tech"];

const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index}`);

/**
 * A large ecosystem with a realistic structure and every kind of record: many customers, a few hubs with most of the
 * relations, several versions of some facts, and many unknown values. Its focal actor "a0" is a manufacturer with a
 * position. Deterministic for the same arguments, on every machine.
 */
export function generatedEcosystem({ key, actors: count, seed = 1 }: GeneratedEcosystem): EcosystemDocument {
  const random = seededRandom(seed);
  const lists = Object.fromEntries(recordKindNames.map((kind) => [kind, new Map()])) as {
    [K in RecordKind]: Map<string, RecordsByKind[K]>;
  };
  // Duplicate identities are dropped: a document may not contain them.
  const add = <K extends RecordKind>(kind: K, record: RecordsByKind[K]) => {
    const identity = identityOf(kind, record);
    if (!lists[kind].has(identity)) lists[kind].set(identity, record);
  };
  const context = new Draw(random, count);
  addVocabulary(context, add);
  context.actors.forEach((actor) => void addFactsOf(actor, context, add));
  return {
    format: "ecosystem/1",
    ecosystem: { key, name: `Generated, ${count} actors`, valueProposition: "Lines that never stop", focal: "a0" },
    ...Object.fromEntries(recordKindNames.map((kind) => [kind, [...lists[kind].values()]])),
  };
}

type Add = <K extends RecordKind>(kind: K, record: RecordsByKind[K]) => void;

/** Pools to draw from, and draws that several kinds of record share. */
class Draw {
  readonly actors: ActorRecord[];
  readonly customers: ActorRecord[];
  readonly suppliers: ActorRecord[];
  readonly activities: string[];
  readonly capabilities = numbered("k", 40);
  readonly standards: string[];
  readonly topics = numbered("t", 25);
  readonly systems = numbered("c", 12);
  readonly evidence: string[];

  constructor(
    readonly random: SeededRandom,
    count: number,
  ) {
    this.activities = numbered("j", Math.min(120, Math.max(8, Math.round(count / 25))));
    this.standards = numbered("s", Math.min(40, Math.max(4, Math.round(count / 50))));
    this.evidence = numbered("e", Math.max(5, Math.round(count / 4)));
    this.actors = Array.from({ length: count }, (_, index) => this.actor(index));
    this.customers = this.actors.filter(({ kinds }) => kinds.includes("CUSTOMER"));
    this.suppliers = this.actors.filter(({ kinds }) => kinds[0] !== "CUSTOMER" && kinds[0] !== "STANDARDS_BODY");
  }

  private actor(index: number): ActorRecord {
    const { random } = this;
    const name = `${random.pick(first)}${random.pick(second)} ${index}`;
    return {
      key: `a${index}`,
      name,
      kinds: [...(index === 0 ? (["MANUFACTURER"] as const) : random.pick(kindsOf))],
      country: random.pick(["FI", "SE", "DE", "AT", "CA", "BR"]),
      ...(random.chance(0.7) && { employees: random.whole(3, 5_000) }),
      ...(random.chance(0.3) && { description: `${name} delivers to mills in its region.` }),
      ...this.fact("1990-01-01"),
    };
  }

  day(from: number, to: number): string {
    const part = (value: number) => String(value).padStart(2, "0");
    return `${this.random.whole(from, to)}-${part(this.random.whole(1, 12))}-${part(this.random.whole(1, 28))}`;
  }

  /** Validity, confidence and evidence of a fact: mostly known. */
  fact(from = this.day(2015, 2025)): FactBase {
    const { random } = this;
    return {
      ...(random.chance(0.8) && { validFrom: from }),
      ...(random.chance(0.05) && { validTo: this.day(2026, 2030) }),
      ...(random.chance(0.7) && { confidence: random.whole(3, 10) / 10 }),
      ...(random.chance(0.8) && { evidence: random.some(this.evidence, random.whole(1, 2)) }),
    };
  }

  unit = () => this.random.whole(0, 10) / 10;
  five = () => this.random.whole(1, 5);
  known = <T>(share: number, field: string, value: () => T) => (this.random.chance(share) ? { [field]: value() } : {});
  other = (than: ActorRecord, list = this.actors): string => {
    const drawn = this.random.pickSkewed(list).key;
    return drawn === than.key ? list.find(({ key }) => key !== than.key)!.key : drawn;
  };
}

function addVocabulary(draw: Draw, add: Add): void {
  const { random } = draw;
  for (const key of draw.evidence)
    add("evidence", { key, title: `Report ${key}`, publisher: "Generated", reliability: "C", credibility: 3 });
  for (const key of draw.capabilities) add("capabilities", { key, name: `Capability ${key}` });
  for (const key of draw.topics) add("topics", { key, name: `Topic ${key}`, question: `How much of ${key}?` });
  for (const key of draw.systems) add("controlSystems", { key, name: `System ${key}` });
  for (const actor of draw.actors) add("actors", actor);
  for (const key of draw.standards) {
    const status = random.pick(["PUBLISHED", "PUBLISHED", "DRAFT", "PROPOSED", "WITHDRAWN"] as const);
    add("standards", { key, name: `Standard ${key}`, status, ...draw.fact("2016-01-01") });
  }
  for (const [index, key] of draw.activities.entries())
    add("activities", {
      key,
      name: `Activity ${key}`,
      layer: layers[index % layers.length]!,
      required: random.chance(0.8),
      importance: draw.five(),
      serviceness: draw.unit(),
      requires: random
        .some(draw.capabilities, 3)
        .map((capability) => ({ capability, level: random.whole(1, 10) / 10 })),
      ...draw.fact("2000-01-01"),
    });
}

const times = (count: number, make: (index: number) => void) => {
  for (let index = 0; index < count; index++) make(index);
};

/** About 18 records about one actor, including those that it makes about others. */
function addFactsOf(actor: ActorRecord, draw: Draw, add: Add): void {
  const { random } = draw;
  const { key } = actor;
  const isCustomer = actor.kinds.includes("CUSTOMER");
  times(random.whole(1, 3), () =>
    add("actorCapabilities", {
      actor: key,
      capability: random.pick(draw.capabilities),
      level: draw.unit(),
      ...draw.fact(),
    }),
  );
  times(random.whole(1, 3), () =>
    add("adoptions", { actor: key, standard: random.pickSkewed(draw.standards), extent: draw.unit(), ...draw.fact() }),
  );
  times(key === "a0" ? 8 : random.whole(1, 4), () => {
    const claim = {
      about: key,
      activity: random.pickSkewed(draw.activities),
      ...draw.known(0.6, "lead", () => random.chance(0.3)),
    };
    add("claims", { by: key, extent: random.whole(1, 10) / 10, ...claim, ...draw.fact() });
    if (random.chance(0.5)) add("claims", { by: draw.other(actor), extent: draw.unit(), ...claim, ...draw.fact() });
    if (random.chance(0.3)) add("claims", { extent: draw.unit(), ...claim, ...draw.fact() });
  });
  times(random.whole(1, 3), () =>
    add("stances", {
      actor: key,
      topic: random.pick(draw.topics),
      position: draw.five(),
      salience: draw.five(),
      ...draw.fact(),
    }),
  );
  times(random.whole(0, 3), () => addRelation(actor, draw, add));
  if (random.chance(0.7))
    add("interfaces", {
      key: `i-${key}`,
      a: key,
      b: draw.other(actor),
      candidates: [...new Set([1, 2, 3].map(() => random.pickSkewed(draw.standards)))],
      ...draw.fact(),
    });
  if (random.chance(0.1)) addInitiative(actor, draw, add);
  times(random.whole(0, 2), (index) => addMove(`m-${key}-${index}`, actor, draw, add));
  if (random.chance(0.1))
    add("layout", { lens: "NETWORK", kind: "ACTOR", key, x: random.whole(-900, 900), y: random.whole(-900, 900) });
  if (key !== "a0" && random.chance(0.05)) add("tags", { actor: key, focal: "a0", label: "watch" });
  if (isCustomer) addCustomer(actor, draw, add);
  else if (random.chance(0.8))
    add("offerings", {
      key: `o-${key}`,
      name: `Offering of ${actor.name}`,
      provider: key,
      type: "BASIC_SERVICE",
      activities: random.some(draw.activities, 2),
      ...draw.fact(),
    });
}

function addRelation(actor: ActorRecord, draw: Draw, add: Add): void {
  const type: RelationType = draw.random.pick(["PARTNERS_WITH", "OWNS", "COMPETES_WITH", "DEPENDS_ON", "DEPENDS_ON"]);
  add("relations", { from: actor.key, to: draw.other(actor), type, ...draw.fact() });
}

/** Participants of a joint development usually depend on each other. */
function addInitiative(actor: ActorRecord, draw: Draw, add: Add): void {
  const { random } = draw;
  const { key } = actor;
  const partner = draw.other(actor);
  add("initiatives", {
    key: `d-${key}`,
    name: `Initiative ${key}`,
    participants: [...new Set([key, partner, random.pick(draw.actors).key])],
    startedOn: draw.day(2016, 2024),
    ...draw.known(0.3, "endedOn", () => draw.day(2025, 2028)),
    ...draw.fact(),
  });
  if (random.chance(0.7)) add("relations", { from: key, to: partner, type: "DEPENDS_ON", ...draw.fact() });
}

function addMove(key: string, actor: ActorRecord, draw: Draw, add: Add): void {
  const { random } = draw;
  const date = draw.day(2022, 2025);
  const type = random.pick(["LAUNCH", "ENTRY", "EXPANSION", "PARTNERSHIP", "EXIT"] as const);
  add("moves", {
    key,
    actor: actor.key,
    date,
    type,
    title: `${type} by ${actor.name}`,
    activities: random.some(draw.activities, 2),
    impact: draw.five(),
    ...draw.fact(date),
  });
  if (random.chance(0.2))
    add("responses", { key: `r-${key}`, move: key, actor: "a0", date: draw.day(2026, 2026), ...draw.fact() });
}

function addCustomer(actor: ActorRecord, draw: Draw, add: Add): void {
  const { random } = draw;
  const { key } = actor;
  times(random.chance(0.3) ? 2 : 1, () =>
    add("profiles", {
      actor: key,
      ...draw.known(0.8, "serviceReadiness", draw.five),
      ...draw.known(0.7, "industrialInternetReadiness", draw.five),
      ...draw.known(0.7, "dataSharing", draw.five),
      ...draw.known(0.7, "digitalInfrastructure", draw.five),
      ...draw.fact(),
    }),
  );
  times(random.whole(1, 5), (index) =>
    add("installations", {
      key: `n-${key}-${index}`,
      customer: key,
      ...draw.known(0.8, "origin", () => random.pickSkewed(draw.suppliers).key),
      units: random.whole(1, 20),
      ...draw.known(0.8, "installedYear", () => random.whole(1990, 2025)),
      ...draw.known(0.7, "controlSystem", () => random.pickSkewed(draw.systems)),
      connected: random.chance(0.5),
      ...draw.fact(),
    }),
  );
  times(random.whole(2, 5), (index) => {
    const provider = draw.other(actor, draw.suppliers);
    add("relations", {
      from: provider,
      to: key,
      type: "SUPPLIES",
      ...draw.known(0.7, "volume", () => random.whole(1, 100)),
      ...draw.fact(),
    });
    if (random.chance(0.4))
      add("agreements", {
        key: `g-${key}-${index}`,
        provider,
        customer: key,
        ...draw.known(0.8, "security", () => random.chance(0.6)),
        ...draw.known(0.8, "ownership", () => random.chance(0.5)),
        ...draw.known(0.8, "contract", () => random.chance(0.5)),
        ...draw.known(0.8, "benefit", () => random.chance(0.4)),
        ...draw.fact(),
      });
  });
}
