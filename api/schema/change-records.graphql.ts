import type { GraphQLResolveInfo } from "graphql";
import { readLogged } from "../../cypher/changes/logged.ts";
import { planChanges } from "../changes/batch/plan-changes.ts";
import { planEvidence } from "../changes/batch/plan-evidence.ts";
import { planMerge } from "../changes/batch/plan-merge.ts";
import { planRevert } from "../changes/batch/plan-revert.ts";
import { type BatchOutcome, refused, runBatch } from "../changes/batch/run-batch.ts";
import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import { builder } from "./builder.ts";
import { changeRequest, idempotencyKey, why } from "./change-input.ts";
import { ChangeResult, type Result } from "./change-result.graphql.ts";
import type { ApiContext } from "./context.ts";
import { MergeSideEnum } from "./merge-difference.graphql.ts";
import { RecordChangeInput, readRecordChange } from "./record-inputs.ts";
import { RecordKindEnum } from "./records.graphql.ts";

/** Changes that one batch may have. */
const maxChanges = 5_000;
const dryRun = "Whether to store nothing and report what would change.";
const ecosystem = "The key of the ecosystem.";

const ChangeRecordsInput = builder.inputType("ChangeRecordsInput", {
  description: "A batch of changes, all or nothing. Their order does not count; each record may be named once.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: ecosystem }),
    changes: t.field({
      type: [RecordChangeInput],
      required: true,
      description: `The changes, at most ${maxChanges}.`,
    }),
    why: t.string({ description: why }),
    idempotencyKey: t.string({ description: idempotencyKey }),
    dryRun: t.boolean({ required: true, defaultValue: false, description: dryRun }),
  }),
});

const RevertChangeInput = builder.inputType("RevertChangeInput", {
  description: "A change to take back.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: ecosystem }),
    revision: t.int({ required: true, description: "The revision that it resulted in." }),
    why: t.string({ description: why }),
    idempotencyKey: t.string({ description: idempotencyKey }),
    dryRun: t.boolean({ required: true, defaultValue: false, description: dryRun }),
  }),
});

const MergeChoiceInput = builder.inputType("MergeChoiceInput", {
  description: "Where both have a value for a field: whose stays. Without a choice that is an error which lists them.",
  fields: (t) => ({
    kind: t.field({ type: RecordKindEnum, description: "The kind of a fact that both have." }),
    record: t.string({
      description:
        "A fact that both have, as Record.key gives it with the key that stays; absent: the merged record itself.",
    }),
    field: t.string({ required: true, description: "The field." }),
    keep: t.field({ type: MergeSideEnum, required: true, description: "Whose value stays." }),
  }),
});

const MergeRecordsInput = builder.inputType("MergeRecordsInput", {
  description: "Two records of one kind that are to become one.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: ecosystem }),
    kind: t.field({ type: RecordKindEnum, required: true, description: "Their kind: one whose records have keys." }),
    into: t.string({ required: true, description: "The key of the record that stays." }),
    intoVersion: t.int({ required: true, description: "Its version that was read." }),
    from: t.string({ required: true, description: "The key of the record that becomes part of it." }),
    fromVersion: t.int({ required: true, description: "Its version that was read." }),
    choices: t.field({
      type: [MergeChoiceInput],
      required: true,
      defaultValue: [],
      description: "Whose value stays where both have one.",
    }),
    why: t.string({ description: why }),
    idempotencyKey: t.string({ description: idempotencyKey }),
    dryRun: t.boolean({ required: true, defaultValue: false, description: dryRun }),
  }),
});

const RecordRefInput = builder.inputType("RecordRefInput", {
  description: "A record and the version of it that was read.",
  fields: (t) => ({
    kind: t.field({ type: RecordKindEnum, required: true, description: "What kind of record." }),
    key: t.string({ required: true, description: "Its key, as Record.key gives it." }),
    expectedVersion: t.int({ required: true, description: "The version that was read." }),
  }),
});

const AttachEvidenceInput = builder.inputType("AttachEvidenceInput", {
  description: "A source and the facts that rest on it.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: ecosystem }),
    evidence: t.string({ required: true, description: "The key of the evidence." }),
    records: t.field({ type: [RecordRefInput], required: true, description: `The facts, at most ${maxChanges}.` }),
    why: t.string({ description: why }),
    idempotencyKey: t.string({ description: idempotencyKey }),
    dryRun: t.boolean({ required: true, defaultValue: false, description: dryRun }),
  }),
});

/** Whether the answer is asked for a field of the result: what only it needs is read only then. */
const asksFor = (info: GraphQLResolveInfo, name: string): boolean =>
  info.fieldNodes.some(({ selectionSet }) =>
    selectionSet?.selections.some((it) => it.kind !== "Field" || it.name.value === name),
  );

/** Makes a change and gives its outcome the shape of a ChangeResult. */
export async function resultOf(
  context: ApiContext,
  info: GraphQLResolveInfo,
  key: string,
  isDryRun: boolean,
  change: () => Promise<BatchOutcome>,
): Promise<Result> {
  const loadedBefore: LoadedEcosystem | null = asksFor(info, "effect") ? await context.ecosystem(key) : null;
  const outcome = await change();
  if (outcome.revision !== null) context.forget(key);
  return { ...outcome, changed: outcome.changed ?? (await earlierChanges(context, outcome)), loadedBefore, isDryRun };
}

/** What the change of an earlier answer did, from the log. */
async function earlierChanges(context: ApiContext, { ecosystem: key, revision }: BatchOutcome) {
  return context.db.reading((tx) => readLogged(tx, key, revision! - 1, revision!));
}

const tooMany = (key: string, path: string, count: number): BatchOutcome =>
  refused(key, [
    {
      path,
      code: "INVALID",
      message: `These are ${count}; the limit is ${maxChanges} in one change: send the rest next.`,
    },
  ]);

builder.mutationFields((t) => ({
  changeRecords: t.field({
    type: ChangeResult,
    description:
      "Creates, updates, ends and deletes records, all or nothing, as one entry of the change log. Errors and conflicts are in the answer.",
    args: { input: t.arg({ type: ChangeRecordsInput, required: true, description: "The batch." }) },
    resolve: (_root, { input }, context, info) =>
      resultOf(context, info, input.ecosystem, input.dryRun, async () => {
        if (input.changes.length > maxChanges) return tooMany(input.ecosystem, "/changes", input.changes.length);
        const edits = input.changes.map(readRecordChange);
        return runBatch(context.db, "changeRecords", changeRequest(input, context), (draft) =>
          planChanges(draft, edits),
        );
      }),
  }),
  revertChange: t.field({
    type: ChangeResult,
    description:
      "Takes back what one change did: the fields that it set, the records that it made, ended or deleted. If one of those was changed since, or something made since refers to one, an error names each; other fields and others' changes stay. Reverting a revert is redo.",
    args: { input: t.arg({ type: RevertChangeInput, required: true, description: "The change." }) },
    resolve: (_root, { input }, context, info) =>
      resultOf(context, info, input.ecosystem, input.dryRun, () =>
        runBatch(context.db, "revertChange", changeRequest(input, context), (draft) =>
          planRevert(draft, input.revision),
        ),
      ),
  }),
  mergeRecords: t.field({
    type: ChangeResult,
    description:
      "Makes one record of two: references move, the name of the other becomes an alias, and its key goes on answering. Relations that would join an actor to itself are dropped and shown. Undone exactly by revertChange.",
    args: { input: t.arg({ type: MergeRecordsInput, required: true, description: "The two records." }) },
    resolve: (_root, { input }, context, info) =>
      resultOf(context, info, input.ecosystem, input.dryRun, () => {
        const choices = input.choices.map(({ kind, record, ...choice }) => ({
          ...choice,
          kind: kind ?? undefined,
          record: record ?? undefined,
        }));
        return runBatch(context.db, "mergeRecords", changeRequest(input, context), (draft) =>
          planMerge(draft, { ...input, choices }),
        );
      }),
  }),
  attachEvidence: t.field({
    type: ChangeResult,
    description: "Adds one source to the evidence of many facts.",
    args: { input: t.arg({ type: AttachEvidenceInput, required: true, description: "The source and the facts." }) },
    resolve: (_root, { input }, context, info) =>
      resultOf(context, info, input.ecosystem, input.dryRun, async () => {
        if (input.records.length > maxChanges) return tooMany(input.ecosystem, "/records", input.records.length);
        return runBatch(context.db, "attachEvidence", changeRequest(input, context), (draft) =>
          planEvidence(draft, input.evidence, input.records),
        );
      }),
  }),
}));
