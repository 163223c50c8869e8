import type { RecordsByKind } from "../../cypher/model/document.ts";

/**
 * What the versions of a fact have in common: its identity but for the day on which it began, ending as an identity
 * goes on, so that the records of a stored document come by these names too.
 */
export const factNames = {
  profiles: ({ actor }: RecordsByKind["profiles"]) => `${actor}|`,
  actorCapabilities: ({ actor, capability }: RecordsByKind["actorCapabilities"]) => `${actor}|${capability}|`,
  adoptions: ({ actor, standard }: RecordsByKind["adoptions"]) => `${actor}|${standard}|`,
  /** Not as a document has them: whoever reads the claims about an actor has each activity's in one run. */
  claims: ({ by, about, activity }: RecordsByKind["claims"]) => `${activity}|${about}|${by ?? ""}`,
  stances: ({ actor, topic }: RecordsByKind["stances"]) => `${actor}|${topic}|`,
  relations: ({ from, to, type }: RecordsByKind["relations"]) => `${from}|${to}|${type}|`,
};
