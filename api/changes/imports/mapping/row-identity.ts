import { type AnyRecord, fieldsOf, type RecordKind, recordOfFields } from "../../../../cypher/model/document.ts";
import {
  identityOf,
  isKeyed,
  recordId,
  recordKindNames,
  recordKinds,
  undatedId,
} from "../../../../cypher/model/record-kinds.ts";
import { addTo } from "../../../shared/groups.ts";
import type { Draft } from "./drafts.ts";
import { hasEnded, type OwnFacts } from "./earlier-version.ts";
import type { KnownRecords } from "./known-records.ts";

/** The record that a row is about: its identity, and as it is stored. */
interface Identified {
  key: string;
  before: AnyRecord | undefined;
}

/** Tells which record a row is about: one that is stored, one that another row has made, or a new one. */
export class RowIdentity {
  readonly #known: KnownRecords;
  readonly #isExport: boolean;
  readonly #own: OwnFacts | null;
  readonly #undated: ReadonlyMap<string, AnyRecord[]>;

  constructor(known: KnownRecords, isExport: boolean, own: OwnFacts | null) {
    this.#known = known;
    this.#isExport = isExport;
    this.#own = own;
    this.#undated = undatedIndex(known);
  }

  /** The record of a draft with keys in place of names; null where it lacks the name that it needs. */
  of(kind: RecordKind, fields: Record<string, unknown>, draft: Draft): Identified | null {
    if (kind === "layout" || kind === "tags" || !isKeyed(kind)) return this.#byFields(kind, fields);
    const isNameless = fields.key === undefined && fields.name === undefined && fields.title === undefined;
    if (isNameless && recordKinds[kind].fields.name?.isRequired) return null;
    const called = draft.isReferred ? this.#known.keyOfId(kind, String(fields.name ?? fields.title)) : undefined;
    if (called !== undefined) {
      // The row names it by its key in the file, which is no name of it.
      delete fields.name;
      delete fields.title;
      return this.#withStored(kind, called);
    }
    return this.#withStored(kind, this.#known.keyOf(kind, fields, this.#isExport));
  }

  /** Whether it had ended, and this version of the file, which alone speaks of it, says it again. */
  isSaidAgain(kind: RecordKind, key: string, before: AnyRecord): boolean {
    return this.#own !== null && hasEnded(before, this.#own.day) && this.#own.isOwn(kind, key, before);
  }

  /** By the fields that identify a record of a kind without keys of its own. */
  #byFields(kind: RecordKind, fields: Record<string, unknown>): Identified {
    const { key, before } = this.#withStored(kind, identityOf(kind, recordOfFields(fields)));
    const isDated = fields.validFrom !== undefined || !recordKinds[kind].identity.includes("validFrom");
    if (before && !isDated && this.isSaidAgain(kind, key, before)) return this.#begunAgain(kind, fields);
    if (before || fields.validFrom !== undefined || this.#isExport) return { key, before };
    // A row without a date says what holds: the stored record of the same ends that began last, whenever that was.
    const dated = this.#undated.get(recordId(kind, key))?.at(-1);
    if (!dated) return { key, before: undefined };
    const datedKey = identityOf(kind, dated);
    if (this.isSaidAgain(kind, datedKey, dated)) return this.#begunAgain(kind, fields);
    return { key: datedKey, before: dated };
  }

  /** A fact that had ended and is said again is another one, from the day of this version on. */
  #begunAgain(kind: RecordKind, fields: Record<string, unknown>): Identified {
    fields.validFrom = this.#own!.day;
    return this.#withStored(kind, identityOf(kind, recordOfFields(fields)));
  }

  #withStored(kind: RecordKind, key: string): Identified {
    return { key, before: this.#known.stored(kind, key) };
  }
}

/** Stored records that differ from others by the date from which they hold, by what else identifies them; oldest first. */
function undatedIndex(known: KnownRecords): Map<string, AnyRecord[]> {
  const index = new Map<string, AnyRecord[]>();
  for (const kind of recordKindNames) {
    if (!recordKinds[kind].identity.includes("validFrom")) continue;
    for (const record of known.storedOf(kind).values()) {
      const id = undatedId(kind, record);
      addTo(index, id, record);
    }
  }
  for (const records of index.values())
    records.sort((a, b) => (String(fieldsOf(a).validFrom ?? "") < String(fieldsOf(b).validFrom ?? "") ? -1 : 1));
  return index;
}
