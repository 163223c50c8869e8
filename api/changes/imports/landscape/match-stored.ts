import type { ActorRecord } from "../../../../cypher/model/document.ts";
import { nameKey, ownDomain } from "../../../shared/matching/names.ts";
import type { AccountKeeper } from "./account.ts";
import { freeKey } from "./keys.ts";
import type { LandscapeRecords } from "./to-document.ts";

/** The key of each record of the file: that of the stored one of the same identity, else one that no stored one has. */
export function keysByName<R extends { key: string }>(
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
export function actorKeys(
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
    keeper.matched(
      how,
      at,
      `“${actor.name}” (${at}) is taken as the stored actor “${to.name}” (${to.key})${alone}.`,
      isDoubtful,
    );
  };
  const ways: [how: string, isDoubtful: boolean, find: (actor: ActorRecord) => ActorRecord[]][] = [
    [
      "Stored actors by key and name",
      true,
      ({ key, name }) => [byKey.get(key) ?? []].flat().filter((other) => other.name === name),
    ],
    ["Stored actors by name", true, ({ name }) => byName.get(name) ?? []],
    ["Stored actors by another name", true, ({ name }) => byAlias.get(name) ?? []],
    [
      "Stored actors by website domain",
      false,
      (actor) => (records.domains.get(actor) ?? []).flatMap((domain) => byDomain.get(domain) ?? []),
    ],
    [
      "Stored actors by name without endings",
      true,
      ({ name, aliases }) => [name, ...(aliases ?? [])].flatMap((one) => byNameKey.get(nameKey(one)) ?? []),
    ],
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
