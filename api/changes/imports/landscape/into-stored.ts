import type {
  ActivityRecord,
  ActorRecord,
  AnyRecord,
  EcosystemDocument,
  EvidenceRecord,
  OfferingRecord,
  RecordKind,
} from "../../../../cypher/model/document.ts";
import { fieldsOf, recordOfFields } from "../../../../cypher/model/document.ts";
import { identityOf, recordKindNames, recordKinds, referencedKeys } from "../../../../cypher/model/record-kinds.ts";
import { pinnedRecords } from "../../../../cypher/model/enums/pinned-kind.ts";
import type { AccountKeeper } from "./account.ts";
import { nameKey, ownDomain } from "./names.ts";
import { fileEvidence, freeKey, type LandscapeRecords } from "./to-document.ts";

type LandscapeKind = "evidence" | "actors" | "activities" | "offerings";
const landscapeKinds = ["actors", "activities", "offerings", "evidence"] as const;

export interface IntoStored {
  evidence: EvidenceRecord[];
  actors: ActorRecord[];
  activities: ActivityRecord[];
  offerings: OfferingRecord[];
  /** Whether a stored record that the file lacks is to be removed. */
  isDropped: (kind: RecordKind, identity: string) => boolean;
  /** Stored records that rested on the file beside others, and now do so no more. */
  released: Partial<Record<RecordKind, AnyRecord[]>>;
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
    before ? merged(kind, before, after, replaceFile && (kind === "evidence" || restsOnFile(before)), isOfFile, records, keeper) : after;

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
  const find = <R extends { key: string }>(list: R[] | undefined) => new Map((list ?? []).map((record) => [record.key, record]));
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
      const moved = place(record, { ...record, key: activityKeys.get(record.key)!, evidence: evidenceOf(record.evidence) });
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
  const withFile = { ...result, evidence: [versions(storedEvidence.get(fileKey), file, replaceFile), ...result.evidence] };
  if (!replaceFile) return { ...withFile, isDropped: () => false, released: {} };
  return { ...withFile, ...withdrawn(stored, withFile, isOfFile, restsOnFile, keeper) };
}

/** The file as evidence beside its earlier versions; the same version leaves it as it is. */
function versions(before: EvidenceRecord | undefined, file: EvidenceRecord, replaceFile: boolean): EvidenceRecord {
  if (!before) return file;
  const line = file.excerpt!;
  const hash = /[0-9a-f]{64}/.exec(line)![0];
  const earlier = (before.excerpt ?? "").split("\n").filter(Boolean);
  if (replaceFile ? earlier.length === 1 && earlier[0]!.includes(hash) : earlier.some((known) => known.includes(hash)))
    return before;
  return { ...before, ...file, excerpt: replaceFile ? line : [...earlier.slice(-50), line].join("\n") };
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

/** The key of each record of the file: that of the stored one of the same identity, else one that no stored one has. */
function keysByName<R extends { key: string }>(
  stored: R[],
  records: R[],
  storedId: (record: R) => string,
  recordId: (record: R) => string = storedId,
): Map<string, string> {
  const known = new Map<string, string[]>();
  for (const record of stored) known.set(storedId(record), [...(known.get(storedId(record)) ?? []), record.key]);
  const taken = new Set(stored.map(({ key }) => key));
  const keys = new Map<string, string>();
  for (const record of records) {
    const same = known.get(recordId(record)) ?? [];
    const key = same.includes(record.key) ? record.key : same[0];
    keys.set(record.key, key ?? unusedKey(record.key, taken));
  }
  return keys;
}

function unusedKey(key: string, taken: Set<string>): string {
  if (!taken.has(key)) {
    taken.add(key);
    return key;
  }
  return freeKey(key, taken, key);
}

/** The key of each actor: of the stored one of its key and name, its name or another name, its website, its name alone. */
function actorKeys(
  stored: ActorRecord[],
  records: LandscapeRecords,
  restsOnFile: (record: ActorRecord) => boolean,
  keeper: AccountKeeper,
): Map<string, string> {
  const byKey = new Map(stored.map((actor) => [actor.key, actor]));
  const index = (keysOf: (actor: ActorRecord) => (string | null)[]) => {
    const found = new Map<string, ActorRecord[]>();
    for (const actor of stored)
      for (const key of keysOf(actor)) if (key) found.set(key, [...(found.get(key) ?? []), actor]);
    return found;
  };
  const byName = index(({ name }) => [name]);
  const byAlias = index(({ aliases }) => aliases ?? []);
  const byDomain = index(({ website }) => [domainOf(website)]);
  const byNameKey = index(({ name, aliases }) => [name, ...(aliases ?? [])].map(nameKey));
  const claimed = new Set<string>();
  const keys = new Map<string, string>();
  const claim = (actor: ActorRecord, to: ActorRecord, how: string, isDoubtful: boolean) => {
    claimed.add(to.key);
    keys.set(actor.key, to.key);
    if (restsOnFile(to)) return;
    const at = records.places.get(actor) ?? "";
    const alone = isDoubtful ? " by the name alone" : "";
    keeper.matched(how, at, `“${actor.name}” (${at}) is taken as the stored actor “${to.name}” (${to.key})${alone}.`, isDoubtful);
  };
  const ways: [how: string, isDoubtful: boolean, find: (actor: ActorRecord) => ActorRecord[]][] = [
    ["Stored actors by key and name", true, ({ key, name }) => [byKey.get(key) ?? []].flat().filter((other) => other.name === name)],
    ["Stored actors by name", true, ({ name }) => byName.get(name) ?? []],
    ["Stored actors by another name", true, ({ name }) => byAlias.get(name) ?? []],
    ["Stored actors by website domain", false, (actor) => (records.domains.get(actor) ?? []).flatMap((domain) => byDomain.get(domain) ?? [])],
    ["Stored actors by name without endings", true, ({ name, aliases }) => [name, ...(aliases ?? [])].flatMap((one) => byNameKey.get(nameKey(one)) ?? [])],
  ];
  for (const [how, isDoubtful, find] of ways)
    for (const actor of records.actors) {
      if (keys.has(actor.key)) continue;
      const to = find(actor).find(({ key }) => !claimed.has(key));
      if (to) claim(actor, to, how, isDoubtful);
    }
  const taken = new Set(byKey.keys());
  for (const { key } of records.actors) if (!keys.has(key)) keys.set(key, unusedKey(key, taken));
  return keys;
}

const domainOf = (website: string | undefined) => (website && URL.canParse(website) ? ownDomain(website) : null);

/** What the file said earlier and says no more: removed where it rests on the file alone and nothing else needs it. */
function withdrawn(
  stored: EcosystemDocument,
  kept: Pick<IntoStored, LandscapeKind>,
  isOfFile: (key: string) => boolean,
  restsOnFile: (record: AnyRecord) => boolean,
  keeper: AccountKeeper,
): Pick<IntoStored, "isDropped" | "released"> {
  const idOf = (kind: RecordKind, key: string) => `${kind} ${key}`;
  const staying = new Set(landscapeKinds.flatMap((kind) => kept[kind].map(({ key }) => idOf(kind, key))));
  const dropped = new Map<string, AnyRecord>();
  const released: Partial<Record<RecordKind, AnyRecord[]>> = {};
  for (const kind of recordKindNames)
    for (const record of stored[kind] ?? []) {
      const id = idOf(kind, identityOf(kind, record));
      if (staying.has(id)) continue;
      if (kind === "evidence" ? isOfFile((record as EvidenceRecord).key) : restsOnFile(record)) dropped.set(id, record);
      else if ((record as { evidence?: string[] }).evidence?.some(isOfFile)) {
        const { evidence, ...fields } = record as { evidence: string[] };
        const others = evidence.filter((key) => !isOfFile(key));
        released[kind] = [...(released[kind] ?? []), recordOfFields({ ...fields, ...(others.length > 0 && { evidence: others }) })];
      }
    }
  if (stored.ecosystem.focal) spare(idOf("actors", stored.ecosystem.focal), "it is the focal firm");
  // What stays needs what it refers to; a pin goes with its record.
  const needs = (kind: RecordKind, record: AnyRecord, why: string) => {
    for (const reference of recordKinds[kind].references)
      for (const key of referencedKeys(record, reference)) spare(idOf(reference.to, key), why);
  };
  function spare(id: string, why: string): void {
    const record = dropped.get(id);
    if (!record) return;
    dropped.delete(id);
    const kind = id.slice(0, id.indexOf(" ")) as RecordKind;
    if (kind !== "evidence")
      keeper.leftOut(
        "Records that the file says no more, and that stay",
        "",
        `${recordKinds[kind].singular} “${String(fieldsOf(record).name ?? id)}” stays, since ${why}.`,
        true,
      );
    needs(kind, record, why);
  }
  for (const kind of recordKindNames) {
    const replaced = new Map<string, AnyRecord>(
      [...(kept[kind as LandscapeKind] ?? []), ...(released[kind] ?? [])].map((record) => [identityOf(kind, record), record]),
    );
    for (const record of stored[kind] ?? []) {
      const identity = identityOf(kind, record);
      if (kind === "layout" || dropped.has(idOf(kind, identity))) continue;
      needs(kind, replaced.get(identity) ?? record, `a ${recordKinds[kind].singular} (${identity}) refers to it`);
    }
  }
  for (const pin of stored.layout ?? [])
    if (dropped.has(idOf(pinnedRecords[pin.kind], pin.key))) dropped.set(idOf("layout", identityOf("layout", pin)), pin);
  return { isDropped: (kind, identity) => dropped.has(idOf(kind, identity)), released };
}
