interface KindWords {
  label: string;
  /** Has neither validity nor confidence: it is a term that facts refer to, or has dates of its own. */
  isTimeless?: boolean;
  /** Has a date field of its own, so that a missing start of validity is not worth a word. */
  hasDate?: boolean;
}

/** Singular name of each kind of record, by the API's names of kinds and types. */
const words: Readonly<Record<string, KindWords>> = {
  ACTIVITY: { label: "Activity" },
  ACTOR: { label: "Actor" },
  ACTOR_CAPABILITIES: { label: "Capability level" },
  ADOPTIONS: { label: "Adoption" },
  AGREEMENTS: { label: "Data-sharing agreement" },
  CAPABILITIES: { label: "Capability", isTimeless: true },
  CONTROL_SYSTEMS: { label: "Control system", isTimeless: true },
  CLAIM: { label: "Claim" },
  EVIDENCE: { label: "Evidence", isTimeless: true },
  INITIATIVES: { label: "Joint initiative", hasDate: true },
  INSTALLATIONS: { label: "Equipment", hasDate: true },
  INTERFACES: { label: "Interface" },
  LAYOUT: { label: "Layout position", isTimeless: true },
  MOVE: { label: "Move", hasDate: true },
  OFFERING: { label: "Offering" },
  OFFERINGS: { label: "Offering" },
  PROFILES: { label: "Profile" },
  RELATIONS: { label: "Relation" },
  RESPONSES: { label: "Response", hasDate: true },
  STANCES: { label: "Stance" },
  STANDARD: { label: "Standard" },
  STANDARDS: { label: "Standard" },
  TAGS: { label: "Tag", isTimeless: true },
  TOPICS: { label: "Topic", isTimeless: true },
};

/** Name of a kind; “Record” for an unknown one and for none. */
export const kindWords = (kind: string | undefined): KindWords =>
  words[kind?.toUpperCase() ?? ""] ?? { label: "Record" };
