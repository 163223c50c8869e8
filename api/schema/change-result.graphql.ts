import { type ChangedKind, changedKinds } from "../../cypher/changes/history.ts";
import { isRecordKind } from "../../cypher/model/record-kinds.ts";
import {
  type ChangeIssue as ChangeIssueRow,
  type Conflict as ConflictRow,
  changeIssueCodes,
} from "../changes/batch/answer.ts";
import type { BatchOutcome, ChangedEntry } from "../changes/batch/run-batch.ts";
import type { EcosystemNode } from "../ecosystems/ecosystem-cache.ts";
import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import { builder } from "./builder.ts";
import type { ApiContext } from "./context.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { kindValues } from "./enums.ts";
import { MergeDifference } from "./merge-difference.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";

export const ChangedKindEnum = builder.enumType("ChangedKind", {
  description: "What the change log records: every kind of record, views, and the fields of the ecosystem itself.",
  values: kindValues(changedKinds),
});

/** One record, view or set of the ecosystem's fields that a change has changed. */
export interface Changed {
  kind: ChangedKind;
  key: string;
  /** The key that it had before, where the change gave it another. */
  from?: string | undefined;
  before: object | null;
  after: object | null;
  /** Null when it is gone, or of a dry run. */
  version: number | null;
  ecosystem: Pick<EcosystemNode, "key" | "load">;
}

export const ChangedRecordType = builder.objectRef<Changed>("ChangedRecord").implement({
  description: "A record that a change created, updated (both before and after) or removed.",
  fields: (t) => ({
    kind: t.field({ type: ChangedKindEnum, description: "What kind of record.", resolve: ({ kind }) => kind }),
    key: t.exposeString("key", { description: "Its key, as of Record." }),
    from: t.string({
      nullable: true,
      description:
        "In the answer to a change: the key that it had before, where the change gave it another, as a merge does; under that key it is removed. Null in the log.",
      resolve: ({ from }) => from,
    }),
    label: t.string({
      description: "Its name on screen: after the change, or before it where the record was removed.",
      resolve: async ({ ecosystem, kind, before, after }) => {
        const record = after ?? before!;
        return isRecordKind(kind) ? (await ecosystem.load()).labelOf(kind, record) : (record as { name: string }).name;
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
    version: t.exposeInt("version", {
      nullable: true,
      description: "Its version after the change; null when it is gone, or in a dry run.",
    }),
    node: t.field({
      type: NodeInterface,
      nullable: true,
      description: "The record as it is now; null when it no longer exists, and for what is no record.",
      resolve: async ({ ecosystem, kind, key }) =>
        isRecordKind(kind) ? (await ecosystem.load()).find(kind, key) : null,
    }),
  }),
});

const ChangeIssueCodeEnum = builder.enumType("ChangeIssueCode", {
  description: "What forbids a change.",
  values: Object.fromEntries(
    Object.entries(changeIssueCodes).map(([code, description]) => [code, { value: code, description }]),
  ) as { [C in keyof typeof changeIssueCodes]: { value: C; description: string } },
});

const ChangeIssue = builder.objectRef<ChangeIssueRow>("ChangeIssue").implement({
  description: "An error of a change; with any, nothing is stored.",
  fields: (t) => ({
    path: t.exposeString("path", { description: "Its place: a JSON Pointer into the input." }),
    code: t.expose("code", { type: ChangeIssueCodeEnum, description: "What is wrong, for programs." }),
    message: t.exposeString("message", { description: "What is wrong and what to do." }),
  }),
});

const Conflict = builder.objectRef<ConflictRow>("Conflict").implement({
  description:
    "A field that somebody else has changed since the version that was read. All that were are listed, also those that this change does not set.",
  fields: (t) => ({
    kind: t.expose("kind", { type: ChangedKindEnum, description: "What kind of record." }),
    key: t.exposeString("key", { description: "Its key, as of Record." }),
    version: t.exposeInt("version", { description: "Its version now: what expectedVersion takes to try again." }),
    field: t.exposeString("field", {
      nullable: true,
      description: "The field; null: the record as a whole, deleted or made meanwhile.",
    }),
    theirs: t.field({ type: "JSON", nullable: true, description: "The value now.", resolve: ({ theirs }) => theirs }),
    yours: t.field({
      type: "JSON",
      nullable: true,
      description: "The value of this change; of a field that it does not set, the one that was read.",
      resolve: ({ yours }) => yours,
    }),
    who: t.exposeString("who", { description: "Who changed it last." }),
    at: t.expose("at", { type: "DateTime", description: "When." }),
  }),
});

/** What the type ChangeResult is drawn from. */
export interface Result extends Omit<BatchOutcome, "changed"> {
  changed: ChangedEntry[];
  /** The ecosystem as it was when the request began, where it is at hand: what the effect is compared with. */
  loadedBefore: LoadedEcosystem | null;
  isDryRun: boolean;
}

/** An ecosystem whose records are read only when a field asks for them. */
export const lazily = (context: ApiContext, key: string): Pick<EcosystemNode, "key" | "load"> => ({
  key,
  load: async () => {
    const loaded = await context.ecosystem(key);
    if (!loaded) throw new Error(`Ecosystem ${key} has been deleted while an answer was made of it.`);
    return loaded;
  },
});

export const ChangeResult = builder.objectRef<Result>("ChangeResult").implement({
  description: "What a change has done, or what forbids it.",
  fields: (t) => ({
    ecosystem: t.field({
      type: EcosystemType,
      nullable: true,
      description: "The ecosystem after the change; null when there is none.",
      resolve: ({ ecosystem }, _args, context) => context.ecosystemNode(ecosystem),
    }),
    revision: t.exposeInt("revision", {
      nullable: true,
      description: "The revision that it resulted in; null when nothing was stored.",
    }),
    changed: t.field({
      type: [ChangedRecordType],
      description: "Every record that it has changed, or would, before and after.",
      resolve: ({ changed, revision, ecosystem }, _args, context) =>
        changed.map((row) => ({
          ...row,
          version: row.after ? revision : null,
          ecosystem: lazily(context, ecosystem),
        })),
    }),
    errors: t.field({
      type: [ChangeIssue],
      description: "Errors, at most 100; with any, nothing is stored.",
      resolve: ({ errors }) => errors,
    }),
    conflicts: t.field({
      type: [Conflict],
      description: "Of errors with the code CONFLICT: every field that was changed since, with both values.",
      resolve: ({ conflicts }) => conflicts,
    }),
    differences: t.field({
      type: [MergeDifference],
      description:
        "Of a merge: the fields for which both records have a value, and whose stays. Lists are joined and not named here.",
      resolve: ({ differences }) => differences ?? [],
    }),
  }),
});
