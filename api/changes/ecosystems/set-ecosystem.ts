import { readHistoriesIn } from "../../../cypher/changes/history.ts";
import type { Database, Transaction } from "../../../cypher/database.ts";
import { purgeDeleted } from "../../../cypher/ecosystems/deleted.ts";
import { readHeadIn } from "../../../cypher/ecosystems/ecosystems.ts";
import type { EcosystemHead } from "../../../cypher/model/document.ts";
import { ecosystemFields } from "../../../cypher/model/records/ecosystem.ts";
import { findRecords } from "../../../cypher/records/find-records.ts";
import type { ChangeIssue, Conflict } from "../batch/answer.ts";
import { changedFields } from "../batch/conflicts.ts";
import { type BatchOutcome, inOutcome, refused } from "../batch/run-batch.ts";
import { type ChangeRequest, changeUnderLock, requestIssues, scoped } from "../change-ecosystem.ts";
import { documentIssues } from "../check/document-issues.ts";
import { isSame } from "../check/same-value.ts";
import { expiredBefore } from "./deletion.ts";

type HeadFields = { readonly [F in Exclude<keyof EcosystemHead, "key">]?: string | null | undefined };

interface SetEcosystem extends ChangeRequest {
  /** The revision that was read, to change the ecosystem; absent to make it. */
  expectedRevision?: number | undefined;
  /** Absent: as it is; null: emptied. */
  fields: HeadFields;
}

/** What is wrong with the fields of an ecosystem, in their words. */
export function headIssues(head: object): ChangeIssue[] {
  return documentIssues({ format: "ecosystem/1", ecosystem: head }).map(({ path, message }) => {
    const missing = /^The field "(.+)" is missing/.exec(message)?.[1];
    const field = missing ?? path.split("/")[2] ?? "";
    const label = ecosystemFields[field as keyof typeof ecosystemFields]?.label ?? field;
    const words = missing
      ? `${label} is missing: add it.`
      : message.startsWith("Must ")
        ? `${label} must ${message.slice(5)}`
        : `${label}: ${message}`;
    return { path: `/${field}`, code: "INVALID", message: words };
  });
}

/** Makes an ecosystem, or changes its name, value proposition, description and focal firm. */
export async function setEcosystem(db: Database, request: SetEcosystem): Promise<BatchOutcome> {
  const { ecosystem: key, expectedRevision, fields } = request;
  const issues = requestIssues(request).map(
    ({ field, message }): ChangeIssue => ({ path: `/${field}`, code: "INVALID", message }),
  );
  // Before the lock, which would make a node of whatever key.
  const keyIssues = headIssues({ key, name: "x" });
  if (issues.length + keyIssues.length > 0) return refused(key, [...issues, ...keyIssues]);
  if (expectedRevision === undefined) await purgeDeleted(db, expiredBefore());
  return inOutcome(key, async () => {
    let outcome = refused(key, []);
    const { answer } = await changeUnderLock<{ revision: number | null }>(
      db,
      scoped("setEcosystem", request),
      async (tx, _at, revision) => {
        const before = await readHeadIn(tx, key);
        const failed = await refuse(tx, request, before, await revision);
        if (failed) {
          outcome = failed;
          return { discard: { revision: null } };
        }
        const head = withFields({ ...before, key }, fields);
        const wrong = headIssues(head);
        if (wrong.length === 0) wrong.push(...(await focalIssues(tx, key, head, before)));
        outcome = refused(key, wrong);
        if (wrong.length > 0 || (before && isSame(head, before))) return { discard: { revision: null } };
        const entry = { kind: "ecosystem" as const, key, before: before && { ...before }, after: { ...head } };
        outcome = { ...outcome, changed: [entry] };
        return { head: head as EcosystemHead, headBefore: before, answer: (stored) => ({ revision: stored }) };
      },
    );
    const isEarlier = answer.revision !== null && outcome.changed?.length === 0;
    return { ...outcome, revision: answer.revision, ...(isEarlier && { changed: null }) };
  });
}

/** The head with the fields that are given. */
function withFields(head: object, fields: HeadFields): object {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const all = Object.entries({ ...head, ...Object.fromEntries(given) });
  return Object.fromEntries(all.filter(([, value]) => value !== null && value !== undefined));
}

async function focalIssues(
  tx: Transaction,
  key: string,
  head: { focal?: string },
  before: EcosystemHead | null,
): Promise<ChangeIssue[]> {
  const { focal } = head;
  if (focal === undefined || focal === before?.focal) return [];
  if ((await findRecords(tx, key, [{ kind: "actors", key: focal }])).length > 0) return [];
  const message = `Focal firm: there is no actor "${focal}": create it first, or correct the key.`;
  return [{ path: "/focal", code: "UNKNOWN_REFERENCE", message }];
}

/** Why an ecosystem cannot be made, or changed as it was read; null when it can. */
async function refuse(
  tx: Transaction,
  { ecosystem: key, expectedRevision, fields }: SetEcosystem,
  before: EcosystemHead | null,
  revision: number,
): Promise<BatchOutcome | null> {
  if (!before)
    return expectedRevision === undefined
      ? null
      : refused(key, [{ path: "/key", code: "NOT_FOUND", message: `There is no ecosystem "${key}".` }]);
  const [history = []] = await readHistoriesIn(tx, [{ ecosystem: key, kind: "ecosystem", key, first: 1_000 }]);
  const since = history.filter((it) => it.revision > (expectedRevision ?? 0));
  const { who = "unknown", at = new Date(0).toISOString() } = since[0] ?? {};
  const conflict = { kind: "ecosystem" as const, key, version: revision };
  if (expectedRevision === undefined) {
    const message = `There is an ecosystem "${key}" already, called "${before.name}": choose another key.`;
    const whole: Conflict = { ...conflict, field: null, theirs: before, yours: fields, who, at };
    return refused(key, [{ path: "/key", code: "CONFLICT", message }], [whole]);
  }
  if (since.length === 0) return null;
  const base = (since.at(-1)!.before ?? {}) as Record<string, unknown>;
  const now: Record<string, unknown> = { ...before };
  const own: Record<string, unknown> = { ...fields };
  const changed = changedFields(since);
  const conflicts = changed.map((field): Conflict => {
    const latest = since.find((it) => changedFields([it]).includes(field))!;
    const yours = Object.hasOwn(own, field) && own[field] !== undefined ? own[field] : base[field];
    return { ...conflict, field, theirs: now[field] ?? null, yours: yours ?? null, who: latest.who, at: latest.at };
  });
  const labels = changed.map((field) => ecosystemFields[field as keyof typeof ecosystemFields]?.label ?? field);
  const message = `${who} has changed the ecosystem since you read it: ${labels.join(", ")}.`;
  return refused(key, [{ path: "/expectedRevision", code: "CONFLICT", message }], conflicts);
}
