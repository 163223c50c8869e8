import type { FactBase, RecordKind, RecordsByKind, TagRecord } from "../../cypher/model/document.ts";
import { enumTable, type ValueOf } from "../../cypher/model/enum-table.ts";
import { utcDayOf } from "./dates.ts";
import { ownSpan } from "./in-force-rules.ts";
import { OPEN_START } from "./spans.ts";
import { isLaterVersion, isVersioned, versionName } from "./versions.ts";

/** Whether a record is valid on a day, and if not, why. */
export const validityStatuses = enumTable(
  "ValidityStatus",
  "Whether a record is valid on a date, by its own dates and those of its other versions.",
  {
    VALID: { word: "Valid", description: "It is valid." },
    NOT_YET_VALID: { word: "Not yet valid", description: "It begins later." },
    ENDED: { word: "Ended", description: "It has ended." },
    REPLACED: { word: "Replaced", description: "A later version of the same fact is valid." },
  },
);

export type ValidityStatus = ValueOf<typeof validityStatuses>;

/** A tag has no dates of its own: it is valid from the day on which it was set. */
const tagStart = ({ at }: Pick<TagRecord, "at">): string => (at === undefined ? OPEN_START : utcDayOf(at));

function statusBeforeVersions<K extends RecordKind>(kind: K, record: RecordsByKind[K], day: string): ValidityStatus {
  const { from, to } = ownSpan(kind, record);
  const isSet = kind !== "tags" || tagStart(record as TagRecord) <= day;
  if (from > day || !isSet) return "NOT_YET_VALID";
  return to <= day ? "ENDED" : "VALID";
}

/**
 * Validity of each record of a kind on a day, by its own dates and those of its other versions: a claim has not ended
 * because the actor that it is about has left. Source: docs/model.md, section 1, Time.
 * @param records all of the kind, so that every version of a fact is included
 */
export function validityOn<K extends RecordKind>(
  kind: K,
  records: readonly RecordsByKind[K][],
  day: string,
): Map<RecordsByKind[K], ValidityStatus> {
  const statuses = new Map<RecordsByKind[K], ValidityStatus>();
  const latest = new Map<string, RecordsByKind[K]>();
  for (const record of records) {
    const status = statusBeforeVersions(kind, record, day);
    statuses.set(record, status);
    if (status !== "VALID" || !isVersioned(kind)) continue;
    const name = versionName(kind, record);
    const other = latest.get(name);
    const isLatest = other === undefined || isLaterVersion(record as FactBase, other as FactBase);
    if (isLatest) latest.set(name, record);
    const earlier = isLatest ? other : record;
    if (earlier !== undefined) statuses.set(earlier, "REPLACED");
  }
  return statuses;
}
