import {
  type ChangedKind,
  type ChangeSummary,
  changedKinds,
  readChangedRecords,
  readChanges,
} from "../../cypher/changes/history.ts";
import type { EcosystemNode } from "../ecosystems/ecosystem-cache.ts";
import { batched } from "./batched.ts";
import { builder } from "./builder.ts";
import { ChangedKindEnum, ChangedRecordType } from "./change-result.graphql.ts";
import { connectionType } from "./connection.graphql.ts";
import { pageCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { logArgs, readLogArgs } from "./history.graphql.ts";
import { connectionOf, defaultFirst, fromCursor, pageArgs, readFirst, toCursor, unknownCursor } from "./paging.ts";

const ChangedRecordConnection = connectionType("ChangedRecord", "changed records", ChangedRecordType);

const changedRecords = batched(readChangedRecords);
const isChangedKind = (kind: string): kind is ChangedKind => (changedKinds as readonly string[]).includes(kind);

/** A cursor contains kind and key, so that removed records are found too. */
function placeOf(cursor: string): { kind: ChangedKind; key: string } {
  const [, kind = "", key = ""] = /^(\w+) (.*)$/s.exec(fromCursor(cursor) ?? "") ?? [];
  if (!isChangedKind(kind)) throw unknownCursor();
  return { kind, key };
}

const ChangeType = builder.objectRef<ChangeSummary & { ecosystem: EcosystemNode }>("Change").implement({
  description: "An entry of the change log: a whole import or edit.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: "The revision that it resulted in." }),
    at: t.exposeString("at", { description: "The time of the change (RFC 3339)." }),
    who: t.exposeString("who", { description: "Who made it." }),
    why: t.string({ nullable: true, description: "The reason given.", resolve: ({ why }) => why }),
    created: t.int({ description: "Number of records created.", resolve: ({ created }) => created }),
    updated: t.int({ description: "Number of records updated.", resolve: ({ updated }) => updated }),
    removed: t.int({ description: "Number of records removed.", resolve: ({ removed }) => removed }),
    records: t.field({
      type: ChangedRecordConnection,
      description: "The records that it changed, before and after, by kind and key (20 rows when first is absent).",
      args: pageArgs,
      complexity: pageCost(5),
      resolve: async ({ ecosystem, revision, created, updated, removed }, args, context) => {
        const first = readFirst(args.first) ?? defaultFirst;
        const after = args.after ? placeOf(args.after) : undefined;
        const ask = { ecosystem: ecosystem.key, revision, first: first + 1, after };
        const found = await changedRecords(context, ask);
        const edges = found.slice(0, first).map((row) => ({
          cursor: toCursor(`${row.kind} ${row.key}`),
          node: { ...row, version: row.after ? revision : null, ecosystem },
        }));
        return connectionOf(edges, {
          hasNextPage: found.length > first,
          hasPreviousPage: after !== undefined,
          totalCount: created + updated + removed,
        });
      },
    }),
  }),
});

/** As the change log writes moments. */
const inUtc = (moment: string): string => new Date(moment).toISOString();

builder.objectField(EcosystemType, "changes", (t) =>
  t.field({
    type: [ChangeType],
    description: "The change log, latest first.",
    args: {
      ...logArgs,
      ...builder.args((t) => ({
        who: t.string({ description: "Only changes by this person." }),
        kind: t.field({ type: ChangedKindEnum, description: "Only changes of records of this kind." }),
        from: t.field({ type: "Date", description: "Only changes on or after this day (UTC)." }),
        to: t.field({ type: "Date", description: "Only changes on or before this day (UTC)." }),
        since: t.field({
          type: "DateTime",
          description: "Only changes at or after this moment: the beginning of a day in the reader's time zone.",
        }),
        until: t.field({ type: "DateTime", description: "Only changes before this moment." }),
      })),
    },
    complexity: pageCost(50),
    resolve: async (ecosystem, args, context) => {
      const { first, before } = readLogArgs(args, ecosystem.asKnown?.earlier.revision);
      const { who = null, kind = null, from, to } = args;
      // Moments are compared as text: hour 24 comes after every moment of the last day.
      const since = [from, args.since && inUtc(args.since)].flatMap((moment) => moment || []).sort();
      const until = [to && `${to}T24`, args.until && inUtc(args.until)].flatMap((moment) => moment || []).sort();
      const filter = { who, kind, since: since.at(-1) ?? null, until: until[0] ?? null };
      const changes = await readChanges(context.db, ecosystem.key, first, before, filter);
      return changes.map((change) => ({ ...change, ecosystem }));
    },
  }),
);
