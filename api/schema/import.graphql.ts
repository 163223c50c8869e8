import { importEcosystem } from "../changes/imports/import.ts";
import type { ImportIssue as Issue } from "../changes/imports/issue.ts";
import { TooManyRequests } from "../shared/domain-errors.ts";
import { builder } from "./builder.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { ImportFormatEnum } from "./enums.ts";
import { ImportIssue } from "./import-issue.graphql.ts";

interface Result {
  ecosystem: string | null;
  created: number;
  updated: number;
  unchanged: number;
  removed: number;
  errors: readonly Issue[];
  warnings: readonly Issue[];
}

const ImportResult = builder.objectRef<Result>("ImportResult").implement({
  description: "What an import did, or would do.",
  fields: (t) => ({
    ecosystem: t.field({
      type: EcosystemType,
      nullable: true,
      description: "The ecosystem after it; null when there is none, as after an error or a dry run of a new one.",
      resolve: ({ ecosystem }, _args, context) => (ecosystem === null ? null : context.ecosystemNode(ecosystem)),
    }),
    created: t.exposeInt("created", { description: "Records that were not there before." }),
    updated: t.exposeInt("updated", { description: "Records that were there and are another now." }),
    unchanged: t.exposeInt("unchanged", { description: "Records that were there just so." }),
    removed: t.exposeInt("removed", { description: "Records that the file lacks (replace only)." }),
    errors: t.field({
      type: [ImportIssue],
      description: "With any, nothing is stored.",
      resolve: ({ errors }) => [...errors],
    }),
    warnings: t.field({ type: [ImportIssue], description: "Worth a look.", resolve: ({ warnings }) => [...warnings] }),
  }),
});

const ImportEcosystemInput = builder.inputType("ImportEcosystemInput", {
  description: "A file and how to take it in.",
  fields: (t) => ({
    format: t.field({ type: ImportFormatEnum, required: true, description: "What kind of file it is." }),
    content: t.string({ required: true, description: "The file's text." }),
    ecosystem: t.string({
      description: "Which ecosystem to import into, where the file does not say; made if absent.",
    }),
    replace: t.boolean({
      required: true,
      defaultValue: false,
      description: "What the file lacks is removed. Otherwise it is merged by key.",
    }),
    dryRun: t.boolean({ required: true, defaultValue: false, description: "Store nothing and say what would change." }),
    idempotencyKey: t.string({ description: "The same key again gives the first answer again and changes nothing." }),
    why: t.string({ description: "Why, in a sentence, for the change log." }),
  }),
});

builder.mutationField("importEcosystem", (t) =>
  t.field({
    type: ImportResult,
    description: "All or nothing: with any error, nothing is stored. dryRun stores nothing and says what would change.",
    args: { input: t.arg({ type: ImportEcosystemInput, required: true, description: "The file." }) },
    resolve: async (_root, { input }, context) => {
      const end = context.imports.begin(context.caller.name);
      if (!end) throw new TooManyRequests("Other imports are under way (2 of one person, 4 in all): wait for them.", 5);
      const outcome = await importEcosystem(context.db, {
        format: input.format,
        content: input.content,
        ecosystem: input.ecosystem ?? undefined,
        replace: input.replace,
        dryRun: input.dryRun,
        idempotencyKey: input.idempotencyKey ?? undefined,
        why: input.why ?? undefined,
        who: context.caller.name,
      }).finally(end);
      if (outcome.ecosystem !== null) context.forget(outcome.ecosystem);
      // Nothing is stored, so nothing was created, whatever the sound part of the file would have made.
      return outcome.errors.length > 0 ? { ...outcome, created: 0, updated: 0, unchanged: 0, removed: 0 } : outcome;
    },
  }),
);
