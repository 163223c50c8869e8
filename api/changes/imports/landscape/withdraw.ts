import {
  type AnyRecord,
  type EcosystemDocument,
  type EvidenceRecord,
  fieldsOf,
  type RecordKind,
  recordOfFields,
} from "../../../../cypher/model/document.ts";
import { identityOf, kindOfId, recordId, recordKindNames, recordKinds } from "../../../../cypher/model/record-kinds.ts";
import { withArticle } from "../../../shared/format.ts";
import { dropPins, sparing } from "../spare-needed.ts";
import type { AccountKeeper } from "./account.ts";

export type LandscapeKind = "evidence" | "actors" | "activities" | "offerings";
const landscapeKinds = ["actors", "activities", "offerings", "evidence"] as const;

/** What becomes of stored records of an earlier version of the file. */
export interface Withdrawn {
  /** Whether a stored record that the file lacks is to be removed. */
  isDropped: (kind: RecordKind, identity: string) => boolean;
  /** Stored records that rested on the file beside others, and now do so no more. */
  released: Partial<Record<RecordKind, AnyRecord[]>>;
}

/** What the file said earlier and says no more: removed where it rests on the file alone and nothing else needs it. */
export function withdrawn(
  stored: EcosystemDocument,
  kept: Record<LandscapeKind, AnyRecord[]>,
  isOfFile: (key: string) => boolean,
  restsOnFile: (record: AnyRecord) => boolean,
  keeper: AccountKeeper,
): Withdrawn {
  const staying = new Set(
    landscapeKinds.flatMap((kind) => kept[kind].map((record) => recordId(kind, identityOf(kind, record)))),
  );
  const dropped = new Map<string, AnyRecord>();
  const released: Partial<Record<RecordKind, AnyRecord[]>> = {};
  for (const kind of recordKindNames)
    for (const record of stored[kind] ?? []) {
      const id = recordId(kind, identityOf(kind, record));
      if (staying.has(id)) continue;
      if (kind === "evidence" ? isOfFile((record as EvidenceRecord).key) : restsOnFile(record)) dropped.set(id, record);
      else if ((record as { evidence?: string[] }).evidence?.some(isOfFile)) {
        const { evidence, ...fields } = record as { evidence: string[] };
        const others = evidence.filter((key) => !isOfFile(key));
        released[kind] = [
          ...(released[kind] ?? []),
          recordOfFields({ ...fields, ...(others.length > 0 && { evidence: others }) }),
        ];
      }
    }
  const { spare, spareNeeds } = sparing(dropped, (id, record, why) => {
    const kind = kindOfId(id);
    if (kind !== "evidence")
      keeper.leftOut(
        "Records that the file says no more, and that stay",
        "",
        `${recordKinds[kind].singular} “${String(fieldsOf(record).name ?? id)}” stays, since ${why}.`,
        true,
      );
  });
  if (stored.ecosystem.focal) spare(recordId("actors", stored.ecosystem.focal), "it is the focal firm");
  for (const kind of recordKindNames) {
    const replaced = new Map<string, AnyRecord>(
      [...(kept[kind as LandscapeKind] ?? []), ...(released[kind] ?? [])].map((record) => [
        identityOf(kind, record),
        record,
      ]),
    );
    for (const record of stored[kind] ?? []) {
      const identity = identityOf(kind, record);
      if (kind === "layout" || dropped.has(recordId(kind, identity))) continue;
      spareNeeds(
        kind,
        replaced.get(identity) ?? record,
        `${withArticle(recordKinds[kind].singular)} (${identity}) refers to it`,
      );
    }
  }
  dropPins(stored, dropped);
  return { isDropped: (kind, identity) => dropped.has(recordId(kind, identity)), released };
}
