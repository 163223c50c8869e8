import type { ClaimRecord, RecordKind, RecordsByKind, RelationType } from "../../../cypher/model/document.ts";
import { percent } from "../../shared/format.ts";
import type { EventKind } from "./event-kind.ts";

/** The name of a record that another one refers to. */
export type NameOf = (kind: RecordKind, key: string | undefined) => string;

interface Words<K extends RecordKind> {
  begins: EventKind;
  ends: EventKind;
  begin(record: RecordsByKind[K], name: NameOf): string;
  end(record: RecordsByKind[K], name: NameOf): string;
}

const relationWords: { readonly [T in RelationType]: readonly [begins: string, ends: string] } = {
  SUPPLIES: ["supplies", "no longer supplies"],
  PARTNERS_WITH: ["becomes a partner of", "is no longer a partner of"],
  OWNS: ["comes to own", "no longer owns"],
  COMPETES_WITH: ["competes with", "no longer competes with"],
  DEPENDS_ON: ["comes to depend on", "no longer depends on"],
};

/** Text of a claim: who leads, who takes part, who does not. */
function claimWords({ by, about, activity, extent, lead }: ClaimRecord, name: NameOf): string {
  const what = name("activities", activity);
  const whom = name("actors", about);
  if (by === about) {
    if (!(extent > 0)) return `${whom} says that it has no part in ${what}`;
    if (lead === true) return `${whom} claims to lead ${what}`;
    return lead === false ? `${whom} claims a part in ${what}, but not the lead` : `${whom} claims a part in ${what}`;
  }
  const who = by === undefined ? "Our assessment:" : `${name("actors", by)} says that`;
  if (!(extent > 0)) return `${who} ${whom} has no part in ${what}`;
  if (lead === true) return `${who} ${whom} leads ${what}`;
  return lead === false
    ? `${who} ${whom} takes part in ${what}, but does not lead`
    : `${who} ${whom} takes part in ${what}`;
}

function claimEnd({ by, about, activity }: ClaimRecord, name: NameOf): string {
  const place = `${name("actors", about)} in ${name("activities", activity)}`;
  if (by === about) return `The claim of ${name("actors", about)} about ${name("activities", activity)} ends`;
  return by === undefined
    ? `Our assessment of ${place} ends`
    : `The claim of ${name("actors", by)} about ${place} ends`;
}

/** Texts for the start and the end of each kind of record. Other kinds have no events. */
export const eventWords: { readonly [K in RecordKind]?: Words<K> } = {
  actors: {
    begins: "ENTERED",
    ends: "LEFT",
    begin: ({ name }) => `${name} enters the ecosystem`,
    end: ({ name }) => `${name} leaves the ecosystem`,
  },
  activities: {
    begins: "ENTERED",
    ends: "LEFT",
    begin: ({ name }) => `${name} becomes an activity of the ecosystem`,
    end: ({ name }) => `${name} is no longer an activity of the ecosystem`,
  },
  standards: {
    begins: "ENTERED",
    ends: "LEFT",
    begin: ({ name }) => `${name} enters the ecosystem`,
    end: ({ name }) => `${name} leaves the ecosystem`,
  },
  offerings: {
    begins: "ENTERED",
    ends: "LEFT",
    begin: ({ provider, name: what }, name) => `${name("actors", provider)} offers ${what}`,
    end: ({ provider, name: what }, name) => `${name("actors", provider)} no longer offers ${what}`,
  },
  interfaces: {
    begins: "ENTERED",
    ends: "LEFT",
    begin: ({ a, b }, name) => `Systems of ${name("actors", a)} and ${name("actors", b)} have to work together`,
    end: ({ a, b }, name) => `Systems of ${name("actors", a)} and ${name("actors", b)} no longer have to work together`,
  },
  installations: {
    begins: "ENTERED",
    ends: "LEFT",
    begin: (it, name) => `${equipmentWords(it, name)} starts up`,
    end: (it, name) => `${equipmentWords(it, name)} is removed`,
  },
  claims: { begins: "CLAIMED", ends: "ENDED", begin: claimWords, end: claimEnd },
  stances: {
    begins: "TOOK_STANCE",
    ends: "ENDED",
    begin: ({ actor, topic, position }, name) =>
      `${name("actors", actor)} takes stance ${position} of 5 on ${name("topics", topic)}`,
    end: ({ actor, topic }, name) => `${name("actors", actor)} no longer takes a stance on ${name("topics", topic)}`,
  },
  profiles: {
    begins: "ASSESSED",
    ends: "ENDED",
    begin: ({ actor }, name) => `The profile of ${name("actors", actor)} is assessed`,
    end: ({ actor }, name) => `The profile of ${name("actors", actor)} is no longer valid`,
  },
  actorCapabilities: {
    begins: "ASSESSED",
    ends: "ENDED",
    begin: ({ actor, capability, level }, name) =>
      `${name("actors", actor)} is assessed at ${percent(level)} of ${name("capabilities", capability)}`,
    end: ({ actor, capability }, name) =>
      `The assessment of ${name("actors", actor)} in ${name("capabilities", capability)} is no longer valid`,
  },
  adoptions: {
    begins: "ADOPTED",
    ends: "ENDED",
    begin: ({ actor, standard, extent }, name) =>
      `${name("actors", actor)} follows ${name("standards", standard)} to ${percent(extent)}`,
    end: ({ actor, standard }, name) => `${name("actors", actor)} no longer follows ${name("standards", standard)}`,
  },
  agreements: {
    begins: "AGREED",
    ends: "ENDED",
    begin: ({ provider, customer }, name) =>
      `${name("actors", provider)} and ${name("actors", customer)} agree on sharing data`,
    end: ({ provider, customer }, name) =>
      `The agreement of ${name("actors", provider)} and ${name("actors", customer)} on sharing data ends`,
  },
  relations: {
    begins: "RELATED",
    ends: "ENDED",
    begin: ({ from, to, type }, name) => `${name("actors", from)} ${relationWords[type][0]} ${name("actors", to)}`,
    end: ({ from, to, type }, name) => `${name("actors", from)} ${relationWords[type][1]} ${name("actors", to)}`,
  },
  initiatives: {
    begins: "STARTED",
    ends: "ENDED",
    begin: ({ name }) => `${name} starts`,
    end: ({ name }) => `${name} ends`,
  },
  moves: {
    begins: "MOVED",
    ends: "ENDED",
    begin: ({ actor, title }, name) => `${name("actors", actor)}: ${title}`,
    end: ({ actor, title }, name) => `"${title}" of ${name("actors", actor)} no longer counts as a move`,
  },
  responses: {
    begins: "RESPONDED",
    ends: "ENDED",
    begin: ({ actor, move, title }, name) =>
      `${name("actors", actor)} responds to "${name("moves", move)}"${title === undefined ? "" : `: ${title}`}`,
    end: ({ actor, move }, name) =>
      `The response of ${name("actors", actor)} to "${name("moves", move)}" no longer counts`,
  },
};

/** A machine and its location. */
export function equipmentWords({ equipment, customer }: RecordsByKind["installations"], name: NameOf): string {
  return `${equipment ?? "Equipment"} at ${name("actors", customer)}`;
}

/** Start or end of a record as an event; null for kinds without events. */
export function describeEvent<K extends RecordKind>(
  kind: K,
  record: RecordsByKind[K],
  which: "begin" | "end",
  name: NameOf,
): { kind: EventKind; label: string } | null {
  const row = eventWords[kind] as Words<K> | undefined;
  return row === undefined
    ? null
    : { kind: which === "begin" ? row.begins : row.ends, label: row[which](record, name) };
}
