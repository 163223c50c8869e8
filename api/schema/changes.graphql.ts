import {
  type ChangedKind,
  type ChangedRecord,
  type ChangeSummary,
  changedKinds,
  readChangedRecords,
} from "../../cypher/changes/history.ts";
import type { EcosystemNode } from "../ecosystems/ecosystem-cache.ts";
import { batched } from "./batched.ts";
import { builder } from "./builder.ts";
import { kindValues } from "./enums.ts";
import { NodeInterface } from "./node.graphql.ts";
import { PageInfo } from "./page-info.graphql.ts";
import { type Connection, defaultFirst, fromCursor, readFirst, toCursor, unknownRow } from "./paging.ts";

type Changed = ChangedRecord & { ecosystem: EcosystemNode };
type ChangedPage = Connection<Changed>;

const ChangedKindEnum = builder.enumType("ChangedKind", {
  description: "What the change log tells of: every kind of record, and views.",
  values: kindValues(changedKinds),
});

const ChangedRecordType = builder.objectRef<Changed>("ChangedRecord").implement({
  description: "One record that a change created, updated (both before and after) or removed.",
  fields: (t) => ({
    kind: t.field({ type: ChangedKindEnum, description: "What kind of record.", resolve: ({ kind }) => kind }),
    key: t.exposeString("key", { description: "Its key, as of Record." }),
    label: t.string({
      description: "What it is called on screen, as the change left it, or found it where it is removed.",
      resolve: async ({ ecosystem, kind, before, after }) => {
        const record = after ?? before!;
        return kind === "views" ? (record as { name: string }).name : (await ecosystem.load()).labelOf(kind, record);
      },
    }),
    before: t.field({
      type: "JSON",
      nullable: true,
      description: "The record before; null when it was created.",
      resolve: ({ before }) => before,
    }),
    after: t.field({
      type: "JSON",
      nullable: true,
      description: "The record after; null when it was removed.",
      resolve: ({ after }) => after,
    }),
    node: t.field({
      type: NodeInterface,
      nullable: true,
      description: "The record as it is now; null when it is no longer there, and of a view.",
      resolve: async ({ ecosystem, kind, key }) => (kind === "views" ? null : (await ecosystem.load()).find(kind, key)),
    }),
  }),
});

const ChangedRecordEdge = builder.objectRef<ChangedPage["edges"][number]>("ChangedRecordEdge").implement({
  description: "One row of a page of changed records.",
  fields: (t) => ({
    cursor: t.exposeString("cursor", { description: "To go on after this row." }),
    node: t.field({ type: ChangedRecordType, description: "The changed record.", resolve: ({ node }) => node }),
  }),
});

const ChangedRecordConnection = builder.objectRef<ChangedPage>("ChangedRecordConnection").implement({
  description: "A page of changed records.",
  fields: (t) => ({
    edges: t.field({
      type: [ChangedRecordEdge],
      description: "The rows of this page.",
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ edges }) => edges,
    }),
    pageInfo: t.field({ type: PageInfo, description: "Where this page stands.", resolve: ({ pageInfo }) => pageInfo }),
    totalCount: t.exposeInt("totalCount", { description: "Rows on all pages." }),
  }),
});

const changedRecords = batched(readChangedRecords);
const isChangedKind = (kind: string): kind is ChangedKind => (changedKinds as readonly string[]).includes(kind);

/** The kind and key in a cursor: what was removed is found by them too. */
function placeOf(cursor: string): { kind: ChangedKind; key: string } {
  const [, kind = "", key = ""] = /^(\w+) (.*)$/s.exec(fromCursor(cursor) ?? "") ?? [];
  if (!isChangedKind(kind)) throw unknownRow();
  return { kind, key };
}

export const ChangeType = builder.objectRef<ChangeSummary & { ecosystem: EcosystemNode }>("Change").implement({
  description: "One entry of the change log: a whole import or edit.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: "The revision that it made." }),
    at: t.exposeString("at", { description: "When, as an RFC 3339 time." }),
    who: t.exposeString("who", { description: "Who made it." }),
    why: t.string({ nullable: true, description: "Why, in their words.", resolve: ({ why }) => why }),
    created: t.int({ description: "Records created.", resolve: ({ created }) => created }),
    updated: t.int({ description: "Records changed.", resolve: ({ updated }) => updated }),
    removed: t.int({ description: "Records removed.", resolve: ({ removed }) => removed }),
    records: t.field({
      type: ChangedRecordConnection,
      description: "The records that it changed, with what was so before, by kind and key (20 when first is absent).",
      args: {
        first: t.arg.int({ description: "At most so many, 0 to 100." }),
        after: t.arg.string({ description: "The cursor of the row to go on after." }),
      },
      complexity: ({ first }) => ({ field: 5, multiplier: first ?? defaultFirst }),
      resolve: async ({ ecosystem, revision, created, updated, removed }, args, context) => {
        const first = readFirst(args.first) ?? defaultFirst;
        const after = args.after ? placeOf(args.after) : undefined;
        const ask = { ecosystem: ecosystem.key, revision, first: first + 1, after };
        const found = await changedRecords(context, ask);
        const edges = found
          .slice(0, first)
          .map((row) => ({ cursor: toCursor(`${row.kind} ${row.key}`), node: { ...row, ecosystem } }));
        return {
          edges,
          pageInfo: {
            hasNextPage: found.length > first,
            hasPreviousPage: after !== undefined,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null,
          },
          totalCount: created + updated + removed,
        };
      },
    }),
  }),
});
