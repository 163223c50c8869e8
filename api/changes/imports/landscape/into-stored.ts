import type {
  ActivityRecord,
  ActorRecord,
  AnyRecord,
  EcosystemDocument,
  EvidenceRecord,
  OfferingRecord,
} from "../../../../cypher/model/document.ts";
import { fieldsOf, recordOfFields } from "../../../../cypher/model/document.ts";
import { recordKinds } from "../../../../cypher/model/record-kinds.ts";
import { withEarlierVersions } from "../file-evidence.ts";
import type { AccountKeeper } from "./account.ts";
import { fileEvidence } from "./keys.ts";
import { actorKeys, keysByName } from "./match-stored.ts";
import type { LandscapeRecords } from "./to-document.ts";
import { type LandscapeKind, type Withdrawn, withdrawn } from "./withdraw.ts";

interface IntoStored extends Withdrawn {
  evidence: EvidenceRecord[];
  actors: ActorRecord[];
  activities: ActivityRecord[];
  offerings: OfferingRecord[];
}

/**
 * What a landscape's records are in an ecosystem that is stored already: those that it has keep their keys and what is
 * known of them, and get what the file adds. With `replaceFile` the file's word takes the place of its earlier one.
 */
export function intoStored(
  stored: EcosystemDocument,
  records: LandscapeRecords,
  file: EvidenceRecord,
  replaceFile: boolean,
  keeper: AccountKeeper,
): IntoStored {
  const fileKey = file.key;
  const isOfFile = (key: string) => key === fileKey || key.startsWith(`${fileKey}.`);
  const restsOnFile = (record: AnyRecord) => {
    const { evidence = [] } = record as { evidence?: string[] };
    return evidence.includes(fileKey) && evidence.every(isOfFile);
  };
  const merge = <R extends AnyRecord>(kind: LandscapeKind, before: R | undefined, after: R): R =>
    before
      ? merged(
          kind,
          before,
          after,
          replaceFile && (kind === "evidence" || restsOnFile(before)),
          isOfFile,
          records,
          keeper,
        )
      : after;

  const own = (key: string) => key.replace(fileEvidence, fileKey);
  const evidenceOf = (keys: string[] | undefined) => (keys ?? []).map(own);
  const actors = actorKeys(stored.actors ?? [], records, restsOnFile, keeper);
  const activityKeys = keysByName(stored.activities ?? [], records.activities, (record) => record.name);
  const offeringId = (provider: string, { name }: { name: string }) => JSON.stringify([provider, name]);
  const offeringKeys = keysByName(
    stored.offerings ?? [],
    records.offerings,
    (record) => offeringId(record.provider, record),
    (record) => offeringId(actors.get(record.provider)!, record),
  );
  const find = <R extends { key: string }>(list: R[] | undefined) =>
    new Map((list ?? []).map((record) => [record.key, record]));
  const [storedActors, storedActivities] = [find(stored.actors), find(stored.activities)];
  const [storedOfferings, storedEvidence] = [find(stored.offerings), find(stored.evidence)];
  const place = <R extends object>(from: R, to: R): R => {
    (records.places as Map<object, string>).set(to, records.places.get(from) ?? "");
    return to;
  };
  const result = {
    evidence: records.evidence.map((record) => {
      const moved = place(record, { ...record, key: own(record.key) });
      return merge("evidence", storedEvidence.get(moved.key), moved);
    }),
    actors: records.actors.map((record) => {
      const moved = place(record, { ...record, key: actors.get(record.key)!, evidence: evidenceOf(record.evidence) });
      return merge("actors", storedActors.get(moved.key), moved);
    }),
    activities: records.activities.map((record) => {
      const moved = place(record, {
        ...record,
        key: activityKeys.get(record.key)!,
        evidence: evidenceOf(record.evidence),
      });
      return merge("activities", storedActivities.get(moved.key), moved);
    }),
    offerings: records.offerings.map((record) => {
      const moved = place(record, {
        ...record,
        key: offeringKeys.get(record.key)!,
        provider: actors.get(record.provider)!,
        ...(record.activities && { activities: record.activities.map((key) => activityKeys.get(key)!) }),
        evidence: evidenceOf(record.evidence),
      });
      return merge("offerings", storedOfferings.get(moved.key), moved);
    }),
  };
  const withFile = {
    ...result,
    evidence: [withEarlierVersions(storedEvidence.get(fileKey), file, replaceFile), ...result.evidence],
  };
  if (!replaceFile) return { ...withFile, isDropped: () => false, released: {} };
  return { ...withFile, ...withdrawn(stored, withFile, isOfFile, restsOnFile, keeper) };
}

/** Fields whose values are added to, not replaced. */
const lists = new Set(["kinds", "labels", "aliases", "activities", "evidence"]);

/** One record of the file over the stored one: what is stored stays, but for what `isReplaced` says is the file's own. */
function merged<R extends AnyRecord>(
  kind: LandscapeKind,
  before: R,
  after: R,
  isReplaced: boolean,
  isOfFile: (key: string) => boolean,
  records: LandscapeRecords,
  keeper: AccountKeeper,
): R {
  const [old, next] = [fieldsOf(before), fieldsOf(after)];
  const result: Record<string, unknown> = { ...old };
  if (isReplaced && kind !== "evidence")
    for (const field of ["description", "website", "validFrom", "validTo", "labels", "aliases", "activities"])
      if (!(field in next)) delete result[field];
  for (const [field, value] of Object.entries(next)) {
    const known = old[field];
    const isAbsent = known === undefined || known === null;
    if (field === "kinds") result[field] = mergedKinds(known as string[], value as string[]);
    else if (field === "evidence" && Array.isArray(known)) {
      const kept = isReplaced ? known.filter((key) => !isOfFile(key) || (value as string[]).includes(key)) : known;
      result[field] = union(kept, value as string[]).slice(0, 100);
    } else if (lists.has(field) && Array.isArray(known) && !isReplaced)
      result[field] = union(known, value as string[]).slice(0, 200);
    else if (isAbsent || isReplaced || kind === "evidence") result[field] = value;
    else if (!lists.has(field) && known !== value && field !== "name" && field !== "type")
      keeper.leftOut(
        `${field} of stored ${recordKinds[kind].plural}`,
        records.places.get(after) ?? "",
        `The stored ${field} of “${String(old.name)}” stays: ${String(known).slice(0, 80)}; the file says ${String(value).slice(0, 80)}.`,
      );
  }
  const { validFrom, validTo } = result as { validFrom?: string; validTo?: string };
  if (validFrom && validTo && validTo <= validFrom) result.validTo = old.validTo;
  return recordOfFields(result) as R;
}

function mergedKinds(known: string[], kinds: string[]): string[] {
  const more = kinds.filter((kind) => !known.includes(kind) && kind !== "OTHER");
  if (more.length === 0) return known;
  return [...known.filter((kind) => kind !== "OTHER"), ...more, ...known.filter((kind) => kind === "OTHER")];
}

const union = (known: string[], more: string[]): string[] => [...new Set([...known, ...more])];
