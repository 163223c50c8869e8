import {
  type ActorRecord,
  type AnyRecord,
  type EcosystemDocument,
  fieldsOf,
  type RecordKind,
  recordOfFields,
} from "../../../../cypher/model/document.ts";
import { isKeyed, recordId, recordKindNames, recordKinds } from "../../../../cypher/model/record-kinds.ts";
import type { MergedKeys } from "../../../../cypher/records/merged-keys.ts";
import {
  type NamedActor,
  NameMatcher,
  type NameProposal,
  sameName,
  sure,
} from "../../../shared/matching/name-matcher.ts";
import { makeKey } from "../../batch/make-key.ts";
import { isKey } from "../../check/document-issues.ts";
import { byIdentity } from "../../check/plan.ts";
import { fold } from "./vocabulary.ts";

/** How a name of the file was understood: as a stored actor, as one of the file, or, where `key` is only proposed, as new. */
export interface Match {
  name: string;
  /** The actor that it means, or that is proposed; null where none is near. */
  key: string | null;
  score: number;
  reason: string;
}

/** Fields that tell records with keys apart where a file has none: a file twice must find the same records. */
const natural: Partial<Record<RecordKind, readonly string[]>> = {
  offerings: ["provider", "name"],
  moves: ["actor", "date", "title"],
  responses: ["move", "actor", "date"],
  interfaces: ["a", "b", "name"],
  agreements: ["provider", "customer", "validFrom"],
  installations: ["customer", "origin", "equipment", "installedYear", "controlSystem", "units"],
};
const naturalOf = (kind: RecordKind): readonly string[] =>
  natural[kind] ?? [recordKinds[kind].fields.title ? "title" : "name"];

/** Records of a kind that a mere name can make, with what else they must have. */
const made: Partial<Record<RecordKind, Readonly<Record<string, unknown>>>> = {
  actors: { kinds: ["OTHER"] },
  activities: {},
  capabilities: {},
  topics: {},
  controlSystems: {},
  evidence: {},
  standards: { status: "PUBLISHED" },
};

/** The fields of a new record of which only the name is known; null where that is not enough. */
function fromName(kind: RecordKind, name: string): Record<string, unknown> | null {
  const more = made[kind];
  if (!more) return null;
  if (kind !== "evidence") return { name, ...more };
  return { title: name, ...(/^https?:\/\//i.test(name) && { url: name }) };
}

/** Score of a match that is sure but for another row of the same file: a person is asked. */
const doubtful = 0.89;

const nameText = (kind: RecordKind, value: unknown): string =>
  kind === "actors" ? String(value) : fold(String(value));

/** What is known while a file is read: the stored records, and those of the file so far; finds them by key and name. */
export class KnownRecords {
  readonly matches: Match[] = [];
  readonly #stored = new Map<RecordKind, Map<string, AnyRecord>>();
  /** Keys by natural identity, and by name. */
  readonly #natural = new Map<string, string>();
  readonly #byName = new Map<string, string>();
  /** What the file calls a record: its key there. */
  readonly #fileKeys = new Map<string, string>();
  readonly #taken = new Set<string>();
  /** The last number that was given to keys of the same beginning. */
  readonly #numbered = new Map<string, number>();
  readonly #matcher: NameMatcher;
  readonly #decisions: Readonly<Record<string, string | null>>;
  readonly #merged: MergedKeys;
  readonly #named = new Map<string, string>();
  /** Stored and new actors that a row of the file is about, with the row's name: rows of other names are other actors. */
  readonly #rowNames = new Map<string, string>();
  /** The key of the file as evidence. */
  readonly #file: string | undefined;

  constructor(
    stored: EcosystemDocument | null,
    decisions: Readonly<Record<string, string | null>>,
    merged: MergedKeys = new Map(),
    file?: string,
  ) {
    this.#file = file;
    this.#decisions = decisions;
    this.#merged = merged;
    for (const kind of recordKindNames) {
      const records = byIdentity(kind, stored);
      if (isKeyed(kind)) for (const [key, record] of records) this.#remember(kind, key, fieldsOf(record));
      this.#stored.set(kind, records);
    }
    this.#matcher = new NameMatcher((stored?.actors ?? []) as NamedActor[]);
  }

  stored(kind: RecordKind, identity: string): AnyRecord | undefined {
    return this.#stored.get(kind)!.get(identity);
  }

  storedOf(kind: RecordKind): ReadonlyMap<string, AnyRecord> {
    return this.#stored.get(kind)!;
  }

  /** Rows whose names are those of stored actors are about these, wherever in the file they stand. */
  expectRows(names: Iterable<string>): void {
    for (const name of names) {
      const same = this.#byName.get(`actors ${fold(name)}`);
      if (same !== undefined && !this.#rowNames.has(same)) this.#rowNames.set(same, name);
    }
  }

  #remember(kind: RecordKind, key: string, fields: Readonly<Record<string, unknown>>): void {
    this.#taken.add(recordId(kind, key));
    const id = this.#naturalId(kind, fields);
    if (!this.#natural.has(id)) this.#natural.set(id, key);
    for (const name of [fields.name, fields.title, fields.code, ...((fields.aliases as string[] | undefined) ?? [])])
      if (typeof name === "string") {
        const id = `${kind} ${fold(name)}`;
        if (!this.#byName.has(id)) this.#byName.set(id, key);
      }
  }

  #naturalId(kind: RecordKind, fields: Readonly<Record<string, unknown>>): string {
    return `${kind} ${naturalOf(kind)
      .map((field) => nameText(kind, fields[field] ?? ""))
      .join("|")}`;
  }

  /** The key of a record of the file that has a key of its own kind: that of the same stored one, else a new one. */
  keyOf(kind: RecordKind, fields: Readonly<Record<string, unknown>>, isExport: boolean): string {
    const given = typeof fields.key === "string" ? fields.key : undefined;
    const key = this.#keyOf(kind, given, fields, isExport);
    if (kind === "actors" && typeof fields.name === "string" && !this.#rowNames.has(key))
      this.#rowNames.set(key, fields.name);
    if (given !== undefined) this.#fileKeys.set(recordId(kind, given), key);
    return key;
  }

  #keyOf(
    kind: RecordKind,
    given: string | undefined,
    fields: Readonly<Record<string, unknown>>,
    isExport: boolean,
  ): string {
    const stored = given === undefined ? undefined : this.#storedKey(kind, given);
    if (stored !== undefined && (isExport || this.#isSame(kind, stored, fields))) return stored;
    const usable = given !== undefined && isKey(given) ? given : undefined;
    if (isExport && usable !== undefined) return this.#take(kind, usable, fields);
    if (kind === "actors" && typeof fields.name === "string") {
      const website = typeof fields.website === "string" ? fields.website : undefined;
      return this.#actorNamed(fields.name, website, usable, fields, true);
    }
    const same = this.#natural.get(this.#naturalId(kind, fields));
    if (same !== undefined) return same;
    const free = usable !== undefined && !this.#isTaken(kind, usable) ? usable : this.#newKey(kind, fields);
    return this.#take(kind, free, fields);
  }

  #storedKey(kind: RecordKind, given: string): string | undefined {
    const key = this.#merged.get(kind)?.get(given) ?? given;
    return this.#stored.get(kind)!.has(key) ? key : undefined;
  }

  /**
   * Whether a record of the file is the stored one of the same key: other programs number their records, so that the
   * node 0 of two files is the same only under the same name, or where the stored one comes from this file.
   */
  #isSame(kind: RecordKind, key: string, fields: Readonly<Record<string, unknown>>): boolean {
    const stored = fieldsOf(this.stored(kind, key)!);
    const name = fields.name ?? fields.title;
    const names = [stored.name, stored.title, stored.code, ...((stored.aliases as string[] | undefined) ?? [])];
    if (name === undefined || names.some((one) => one !== undefined && fold(String(one)) === fold(String(name))))
      return true;
    return this.#file !== undefined && ((stored.evidence as string[] | undefined) ?? []).includes(this.#file);
  }

  #isTaken(kind: RecordKind, key: string): boolean {
    return this.#taken.has(recordId(kind, key)) || this.#merged.get(kind)?.get(key) !== undefined;
  }

  #newKey(kind: RecordKind, fields: Readonly<Record<string, unknown>>): string {
    return makeKey(kind, recordOfFields(fields), (key) => this.#isTaken(kind, key), this.#numbered);
  }

  #take(kind: RecordKind, key: string, fields: Readonly<Record<string, unknown>>): string {
    this.#remember(kind, key, fields);
    if (kind === "actors" && typeof fields.name === "string") {
      const { name, aliases, website } = fields as Partial<ActorRecord> & { name: string };
      this.#named.set(name, key);
      this.#matcher.add({ key, name, aliases, website }, true);
    }
    return key;
  }

  #actorNamed(
    name: string,
    website: string | undefined,
    key: string | undefined,
    fields: Readonly<Record<string, unknown>>,
    isRow = false,
  ): string {
    const known = this.#named.get(name);
    if (known !== undefined) return known;
    const decided = this.#decided(name);
    const found = decided === undefined ? this.#proposed(name, website, isRow) : decided;
    if (found !== null) {
      this.#named.set(name, found);
      return found;
    }
    const named = fields.name === name ? fields : { ...fields, name };
    const free = key !== undefined && !this.#isTaken("actors", key) ? key : this.#newKey("actors", named);
    return this.#take("actors", free, named);
  }

  /** What a person has said of a name; null where it is new; undefined where nothing is said. */
  #decided(name: string): string | null | undefined {
    if (!Object.hasOwn(this.#decisions, name)) return undefined;
    const key = this.#decisions[name]!;
    if (key === null) return null;
    const stored = this.#storedKey("actors", key) ?? (this.#isTaken("actors", key) ? key : undefined);
    if (stored === undefined) return undefined;
    this.matches.push({ name, key: stored, score: 1, reason: "As decided" });
    return stored;
  }

  #proposed(name: string, website: string | undefined, isRow: boolean): string | null {
    const proposal = this.#matcher.find({ name, website });
    if (!proposal) return null;
    const inFile = this.#stored.get("actors")!.has(proposal.key) ? "" : " (in the file)";
    const other = isRow ? this.#otherRow(name, proposal) : null;
    if (other !== null) {
      const reason = `${proposal.reason}${inFile}; the file has a row of its own for “${other}”: possible duplicate`;
      this.matches.push({ name, key: proposal.key, score: Math.min(proposal.score, doubtful), reason });
      return null;
    }
    const reason = proposal.score < 1 ? `${proposal.reason}${inFile}` : proposal.reason;
    this.matches.push({ name, ...proposal, reason });
    return proposal.score >= sure ? proposal.key : null;
  }

  /** The name of another row of the file that is about the proposed actor; null where none is. */
  #otherRow(name: string, { key, score }: NameProposal): string | null {
    const other = this.#rowNames.get(key);
    return score >= sure && other !== undefined && !sameName(name, other) ? other : null;
  }

  /** The key of a record of the file by its key there. */
  keyOfId(kind: RecordKind, id: string): string | undefined {
    return this.#fileKeys.get(recordId(kind, id));
  }

  /** The key of a record of the file or the store by what the file calls it; null where there is none. */
  keyCalled(kind: RecordKind, text: string): string | null {
    const named = kind === "actors" ? this.#named.get(text) : this.#byName.get(`${kind} ${fold(text)}`);
    return this.keyOfId(kind, text) ?? this.#storedKey(kind, text) ?? named ?? null;
  }

  /** The key of what a field refers to by name or key; null where there is none and a name alone makes none. */
  referred(
    kind: RecordKind,
    text: string,
    make: (key: string, fields: Record<string, unknown>) => void,
  ): string | null {
    const ofFile = this.keyOfId(kind, text) ?? this.#storedKey(kind, text);
    if (ofFile !== undefined) return ofFile;
    const fields = fromName(kind, text);
    if (kind === "actors") {
      const before = this.#taken.size;
      const key = this.#actorNamed(text, undefined, undefined, fields!);
      if (this.#taken.size > before) make(key, fields!);
      return key;
    }
    const known = this.#byName.get(`${kind} ${fold(text)}`);
    if (known !== undefined) return known;
    if (this.#isTaken(kind, text)) return text;
    if (!fields) return null;
    const key = this.#take(kind, this.#newKey(kind, fields), fields);
    make(key, fields);
    return key;
  }
}
