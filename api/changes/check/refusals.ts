import type { AnyRecord, EcosystemDocument, RecordKind, RecordsByKind } from "../../../cypher/model/document.ts";
import { pinnedRecords } from "../../../cypher/model/enums/pinned-kind.ts";
import { recordKinds } from "../../../cypher/model/record-kinds.ts";

type Say = (field: string, message: string) => void;
type Rule<K extends RecordKind> = (record: RecordsByKind[K], say: Say, lookUp: LookUp) => void;

/** Finds records of the merged result, whether from the file or from the store. */
export interface LookUp {
  has(kind: RecordKind, key: string): boolean;
  moveDate(key: string): string | undefined;
}

/** Rules across fields and records. Source: docs/model.md, section 1, "An import also refuses". */
const rules: { [K in RecordKind]?: Rule<K> } = {
  relations: (record, say) => {
    if (record.from === record.to) say("to", "A relation must join two different actors.");
    if (record.volume !== undefined && record.type !== "SUPPLIES")
      say("volume", "Only SUPPLIES relations have a volume: remove it.");
    if (record.share !== undefined && record.type !== "OWNS")
      say("share", "Only OWNS relations have a share: remove it.");
  },
  interfaces: (record, say) => {
    if (record.a === record.b) say("b", "An interface must join two different actors.");
  },
  activities: (record, say) => {
    const names = (record.requires ?? []).map((entry) => entry.capability);
    for (const [i, name] of names.entries())
      if (names.indexOf(name) < i) say(`requires/${i}`, `The capability "${name}" is required twice: keep one.`);
  },
  responses: (record, say, { moveDate }) => {
    const date = moveDate(record.move);
    if (date && record.date < date) say("date", `The response must not be dated before its move (${date}).`);
  },
  tags: (record, say) => {
    if (record.actor === record.focal) say("actor", "A tag must be on a rival, not on the focal firm itself.");
  },
  standards: (record, say) => {
    const history = [...(record.history ?? [])];
    if (history.length === 0) return;
    const days = history.map((entry) => entry.on);
    for (const [i, day] of days.entries())
      if (days.indexOf(day) < i) say(`history/${i}/on`, `The history has two entries on ${day}: keep one.`);
    const last = history.sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1)!;
    if (last.status !== record.status)
      say("history", `The history ends in ${last.status}, but the status is ${record.status}: make them equal.`);
  },
  initiatives: (record, say) => {
    if (record.startedOn && record.endedOn && record.endedOn <= record.startedOn)
      say("endedOn", "The initiative must end after the day on which it starts.");
  },
  layout: (record, say, { has }) => {
    const kind = pinnedRecords[record.kind];
    if (!has(kind, record.key)) say("key", `There is no ${recordKinds[kind].singular} "${record.key}".`);
  },
};

/** Calls `say` for each violation by the record, with the field's path below it. */
export function refuse(kind: RecordKind, record: AnyRecord, say: Say, lookUp: LookUp): void {
  const { validFrom, validTo } = record as { validFrom?: string; validTo?: string };
  if (validFrom && validTo && validTo <= validFrom)
    say("validTo", `validTo must be later than validFrom (${validFrom}).`);
  // The rule of a kind receives a record of that kind, which TypeScript cannot check while the kind is generic.
  (rules[kind] as Rule<typeof kind> | undefined)?.(record as never, say, lookUp);
}

export const focalRefusal = (document: EcosystemDocument["ecosystem"], lookUp: LookUp): string | null =>
  document.focal && !lookUp.has("actors", document.focal)
    ? `There is no actor "${document.focal}" to be the focal firm: add it to the file or correct the key.`
    : null;
