interface KindWords {
  label: string;
  /** Has no days on which it is in force, nor a claimConfidence: it is a word that facts use, or has days of its own. */
  isWord?: boolean;
}

/** What one record of each kind is called, by the API's names of kinds and of types. */
const words: Readonly<Record<string, KindWords>> = {
  ACTIVITY: { label: "Activity" },
  ACTOR: { label: "Actor" },
  ACTOR_CAPABILITIES: { label: "Capability level" },
  ADOPTIONS: { label: "Adoption" },
  AGREEMENTS: { label: "Agreement on data" },
  CAPABILITIES: { label: "Capability", isWord: true },
  CONTROL_SYSTEMS: { label: "Control system", isWord: true },
  CLAIM: { label: "Claim" },
  EVIDENCE: { label: "Evidence", isWord: true },
  INITIATIVES: { label: "Joint initiative" },
  INSTALLATIONS: { label: "Equipment" },
  INTERFACES: { label: "Interface" },
  LAYOUT: { label: "Place on the map", isWord: true },
  MOVE: { label: "Move" },
  OFFERING: { label: "Offering" },
  OFFERINGS: { label: "Offering" },
  PROFILES: { label: "Profile" },
  RELATIONS: { label: "Relation" },
  RESPONSES: { label: "Response" },
  STANCES: { label: "Stance" },
  STANDARD: { label: "Standard" },
  STANDARDS: { label: "Standard" },
  TAGS: { label: "Tag", isWord: true },
  TOPICS: { label: "Topic", isWord: true },
};

/** Of a kind that is not known here, as of none: a record. */
export const kindWords = (kind: string | undefined): KindWords =>
  words[kind?.toUpperCase() ?? ""] ?? { label: "Record" };
