import type { AnyRecord, RecordKind, RecordsByKind } from "./document.ts";

/** A field that names other records: what kind they are, and the relationship that the graph draws for it. */
interface Reference {
  field: string;
  to: RecordKind;
  relationship: string;
  /** "requires[].capability": the field holds objects, and the key stands in this field of each. */
  within?: string;
}

interface RecordKindRow {
  /** The node's label besides :Record. */
  label: string;
  /** How one record is called on screen. */
  singular: string;
  /** Fields that identify a record within its ecosystem; ["key"] unless it has none of its own. */
  identity: readonly string[];
  /** Has validFrom, validTo, confidence and evidence. */
  isFact: boolean;
  references: readonly Reference[];
}

const ref = (field: string, to: RecordKind, relationship: string, within?: string): Reference => ({
  field,
  to,
  relationship,
  ...(within && { within }),
});

const evidence = ref("evidence", "evidence", "SUPPORTED_BY");

/**
 * Every kind of record, in the order in which a document lists them (what is referred to comes first where it can).
 * Source: model.md section 1.
 */
export const recordKinds: { readonly [K in RecordKind]: RecordKindRow } = {
  evidence: { label: "Evidence", singular: "evidence", identity: ["key"], isFact: false, references: [] },
  capabilities: { label: "Capability", singular: "capability", identity: ["key"], isFact: false, references: [] },
  actors: { label: "Actor", singular: "actor", identity: ["key"], isFact: true, references: [evidence] },
  profiles: {
    label: "Profile",
    singular: "profile",
    identity: ["actor", "validFrom"],
    isFact: true,
    references: [ref("actor", "actors", "PROFILE_OF"), evidence],
  },
  actorCapabilities: {
    label: "ActorCapability",
    singular: "capability level",
    identity: ["actor", "capability", "validFrom"],
    isFact: true,
    references: [ref("actor", "actors", "HELD_BY"), ref("capability", "capabilities", "OF_CAPABILITY"), evidence],
  },
  standards: {
    label: "Standard",
    singular: "standard",
    identity: ["key"],
    isFact: true,
    references: [ref("body", "actors", "MAINTAINED_BY"), evidence],
  },
  adoptions: {
    label: "Adoption",
    singular: "adoption",
    identity: ["actor", "standard", "validFrom"],
    isFact: true,
    references: [ref("actor", "actors", "ADOPTED_BY"), ref("standard", "standards", "OF_STANDARD"), evidence],
  },
  activities: {
    label: "Activity",
    singular: "activity",
    identity: ["key"],
    isFact: true,
    references: [ref("requires", "capabilities", "REQUIRES", "capability"), evidence],
  },
  claims: {
    label: "Claim",
    singular: "claim",
    identity: ["by", "about", "activity", "validFrom"],
    isFact: true,
    references: [
      ref("by", "actors", "MADE_BY"),
      ref("about", "actors", "ABOUT"),
      ref("activity", "activities", "ON_ACTIVITY"),
      evidence,
    ],
  },
  offerings: {
    label: "Offering",
    singular: "offering",
    identity: ["key"],
    isFact: true,
    references: [ref("provider", "actors", "PROVIDED_BY"), ref("activities", "activities", "PERFORMS"), evidence],
  },
  topics: { label: "Topic", singular: "topic", identity: ["key"], isFact: false, references: [] },
  stances: {
    label: "Stance",
    singular: "stance",
    identity: ["actor", "topic", "validFrom"],
    isFact: true,
    references: [ref("actor", "actors", "TAKEN_BY"), ref("topic", "topics", "ON_TOPIC"), evidence],
  },
  interfaces: {
    label: "Interface",
    singular: "interface",
    identity: ["key"],
    isFact: true,
    references: [
      ref("a", "actors", "JOINS"),
      ref("b", "actors", "JOINS"),
      ref("candidates", "standards", "COULD_FOLLOW"),
      evidence,
    ],
  },
  controlSystems: {
    label: "ControlSystem",
    singular: "control system",
    identity: ["key"],
    isFact: false,
    references: [ref("vendor", "actors", "SOLD_BY")],
  },
  installations: {
    label: "Installation",
    singular: "installation",
    identity: ["key"],
    isFact: true,
    references: [
      ref("customer", "actors", "INSTALLED_AT"),
      ref("origin", "actors", "MADE_BY"),
      ref("controlSystem", "controlSystems", "CONTROLLED_BY"),
      evidence,
    ],
  },
  agreements: {
    label: "Agreement",
    singular: "agreement",
    identity: ["key"],
    isFact: true,
    references: [ref("provider", "actors", "WITH_PROVIDER"), ref("customer", "actors", "WITH_CUSTOMER"), evidence],
  },
  initiatives: {
    label: "Initiative",
    singular: "initiative",
    identity: ["key"],
    isFact: true,
    references: [ref("participants", "actors", "JOINED_BY"), ref("standards", "standards", "DEVELOPS"), evidence],
  },
  relations: {
    label: "Relation",
    singular: "relation",
    identity: ["from", "to", "type", "validFrom"],
    isFact: true,
    references: [ref("from", "actors", "FROM"), ref("to", "actors", "TO"), evidence],
  },
  moves: {
    label: "Move",
    singular: "move",
    identity: ["key"],
    isFact: true,
    references: [ref("actor", "actors", "MADE_BY"), ref("activities", "activities", "TOUCHES"), evidence],
  },
  responses: {
    label: "Response",
    singular: "response",
    identity: ["key"],
    isFact: true,
    references: [ref("move", "moves", "ANSWERS"), ref("actor", "actors", "MADE_BY"), evidence],
  },
  tags: {
    label: "Tag",
    singular: "tag",
    identity: ["actor", "focal", "label"],
    isFact: false,
    references: [ref("actor", "actors", "ON_RIVAL"), ref("focal", "actors", "SEEN_FROM")],
  },
  layout: {
    label: "LayoutPin",
    singular: "layout position",
    identity: ["lens", "view", "kind", "key"],
    isFact: false,
    references: [],
  },
};

export const recordKindNames = Object.keys(recordKinds) as RecordKind[];

/**
 * What tells a record from every other of its kind in one ecosystem: its key, or its identifying fields joined by "|"
 * with "" for an absent one (keys cannot hold "|"; a tag's free label comes last). Source: model.md section 1, Identity.
 */
export function identityOf<K extends RecordKind>(kind: K, record: RecordsByKind[K]): string {
  const fields = record as unknown as Record<string, string | undefined>;
  const names = recordKinds[kind].identity;
  // Written out rather than mapped and joined: every record of every import and of every reading passes here.
  let identity = fields[names[0]!] ?? "";
  for (let at = 1; at < names.length; at++) identity += `|${fields[names[at]!] ?? ""}`;
  return identity;
}

/** The keys that one reference field of a record names, in order. */
export function referencedKeys(record: AnyRecord, reference: Reference): string[] {
  const value = (record as unknown as Record<string, unknown>)[reference.field];
  if (value === undefined || value === null) return [];
  const list = Array.isArray(value) ? value : [value];
  return reference.within
    ? list.map((entry) => (entry as Record<string, string>)[reference.within!]!)
    : (list as string[]);
}
