import type { Draft } from "../../api/changes/batch/draft.ts";
import { planChanges, type RecordEdit } from "../../api/changes/batch/plan-changes.ts";
import { type MergeChoice, planMerge } from "../../api/changes/batch/plan-merge.ts";
import { planRevert } from "../../api/changes/batch/plan-revert.ts";
import { type AnyRecord, fieldsOf, type RecordKind } from "../../cypher/model/document.ts";
import { identityOf, recordKindNames, recordKinds } from "../../cypher/model/record-kinds.ts";
import type { PlainStore } from "./plain-store.ts";
import type { SeededRandom } from "./seeded-random.ts";

type Plan = (draft: Draft) => void;

/** How many random sequences a test with a database plays: each takes a second, so all 200 are played on request. */
export const sequences = (usual: number): number => Number(process.env.SEQUENCES ?? usual);

/** A change that somebody might make of what the store has now: often allowed, sometimes refused. */
export function randomChange(store: PlainStore, random: SeededRandom): Plan {
  const kind = random.next();
  if (kind < 0.2 && store.revision > 1) {
    const revision = random.whole(2, store.revision);
    return (draft) => planRevert(draft, revision);
  }
  if (kind < 0.35) return randomMerge(store, random);
  const edits = Array.from({ length: random.whole(1, 3) }, (_, at) => randomEdit(store, random, `/changes/${at}/x`));
  return (draft) => planChanges(draft, edits);
}

const recordsOf = (store: PlainStore, kind: RecordKind) => (store.document[kind] ?? []) as AnyRecord[];
const keyOf = (store: PlainStore, random: SeededRandom, kind: "actors" | "activities"): string =>
  random.pick([...(store.document[kind] ?? []).map(({ key }) => key), "nobody"]);
const actorOf = (store: PlainStore, random: SeededRandom) => keyOf(store, random, "actors");

function randomEdit(store: PlainStore, random: SeededRandom, path: string): RecordEdit {
  const chance = random.next();
  const put = (kind: RecordKind, fields: object, more: object = {}): RecordEdit => ({
    ...{ does: "put", path, kind, fields: fields as Record<string, unknown>, ...more },
  });
  if (chance < 0.15) return put("actors", { name: `Actor ${random.whole(1, 9)}`, kinds: ["OTHER"] });
  if (chance < 0.3) {
    const activity = keyOf(store, random, "activities");
    const by = random.chance(0.5) ? { by: actorOf(store, random) } : {};
    return put("claims", { ...by, about: actorOf(store, random), activity, extent: random.whole(0, 10) / 10 });
  }
  if (chance < 0.4)
    return put("relations", { from: actorOf(store, random), to: actorOf(store, random), type: "PARTNERS_WITH" });
  const kinds = recordKindNames.filter((kind) => recordsOf(store, kind).length > 0 && kind !== "tags");
  const kind = random.pick(kinds);
  const record = random.pick(recordsOf(store, kind));
  const key = identityOf(kind, record);
  const expectedVersion = store.version(kind, key) - (random.chance(0.05) ? 1 : 0);
  if (chance < 0.6) return { does: "delete", path, kind, key, expectedVersion, withReferring: random.chance(0.8) };
  const { isFact, fields } = recordKinds[kind];
  const named = "key" in fields && kind !== "layout" ? { key } : {};
  const which = "key" in named ? { expectedVersion } : { expectedVersion, record: key };
  if (isFact && random.chance(0.5))
    return put(kind, { ...named, validFrom: random.chance(0.5) ? `20${random.whole(10, 30)}-01-01` : null }, which);
  const text = ["description", "title", "name", "equipment"].find((field) => field in fields);
  return put(kind, { ...named, ...(text && { [text]: `Text ${random.whole(1, 99)}` }) }, which);
}

/** Two actors become one; of single values that differ a side is chosen, as far as the actors themselves go. */
function randomMerge(store: PlainStore, random: SeededRandom): Plan {
  const [into, from] = [actorOf(store, random), actorOf(store, random)];
  const version = (key: string) => store.version("actors", key);
  const [one, other] = [into, from].map((key) => store.document.actors?.find((it) => it.key === key));
  const single = ["description", "country", "founded", "website", "validFrom", "validTo", "confidence"];
  const choices = single.flatMap((field): MergeChoice[] => {
    const [a, b] = [one, other].map((record) => record && fieldsOf(record)[field]);
    return a !== undefined && b !== undefined && a !== b ? [{ field, keep: random.chance(0.5) ? "INTO" : "FROM" }] : [];
  });
  const merging = {
    kind: "actors" as const,
    into,
    from,
    intoVersion: version(into),
    fromVersion: version(from),
    choices,
  };
  return (draft) => planMerge(draft, merging);
}
