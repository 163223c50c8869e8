import { formats, type ImportFormat } from "../changes/imports/formats/formats.ts";
import { importEcosystem } from "../changes/imports/import.ts";
import type { ImportIssue as Issue } from "../changes/imports/issue.ts";
import { TooManyRequests } from "../shared/domain-errors.ts";
import { builder } from "./builder.ts";
import { changeRequest, idempotencyKey, why } from "./change-input.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { ImportIssue } from "./import-issue.graphql.ts";

const ImportFormatEnum = builder.enumType("ImportFormat", {
  description: "The format of an imported file.",
  values: Object.fromEntries(formats.map(({ name, description }) => [name, { value: name, description }])) as Record<
    ImportFormat,
    { value: ImportFormat; description: string }
  >,
});

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
  description: "The result of an import, or of a dry run of it.",
  fields: (t) => ({
    ecosystem: t.field({
      type: EcosystemType,
      nullable: true,
      description:
        "The ecosystem after the import; null when there is none, as after an error or a dry run of a new one.",
      resolve: ({ ecosystem }, _args, context) => (ecosystem === null ? null : context.ecosystemNode(ecosystem)),
    }),
    created: t.exposeInt("created", { description: "Number of records that are new." }),
    updated: t.exposeInt("updated", { description: "Number of records that differ from the stored ones." }),
    unchanged: t.exposeInt("unchanged", { description: "Number of records that are the same as the stored ones." }),
    removed: t.exposeInt("removed", {
      description: "Number of stored records that the file does not contain (replace only).",
    }),
    errors: t.field({
      type: [ImportIssue],
      description: "Errors; with any, nothing is stored.",
      resolve: ({ errors }) => [...errors],
    }),
    warnings: t.field({
      type: [ImportIssue],
      description: "Warnings; they do not prevent the import.",
      resolve: ({ warnings }) => [...warnings],
    }),
  }),
});

const ImportEcosystemInput = builder.inputType("ImportEcosystemInput", {
  description: "A file and how to import it.",
  fields: (t) => ({
    format: t.field({ type: ImportFormatEnum, required: true, description: "The format of the file." }),
    content: t.string({ required: true, description: "The text of the file." }),
    ecosystem: t.string({
      description: "The key of the ecosystem, for formats that do not name one. It is created when there is none.",
    }),
    replace: t.boolean({
      required: true,
      defaultValue: false,
      description: "Whether records that the file does not contain are removed. Otherwise the file is merged by key.",
    }),
    dryRun: t.boolean({
      required: true,
      defaultValue: false,
      description: "Whether to store nothing and report what would change.",
    }),
    idempotencyKey: t.string({ description: idempotencyKey }),
    why: t.string({ description: why }),
  }),
});

builder.mutationField("importEcosystem", (t) =>
  t.field({
    type: ImportResult,
    description: "Imports a file, all or nothing: with any error, nothing is stored.",
    args: { input: t.arg({ type: ImportEcosystemInput, required: true, description: "The file to import." }) },
    resolve: async (_root, { input }, context) => {
      const end = context.imports.begin(context.caller.name);
      if (!end)
        throw new TooManyRequests(
          "Other imports are running (at most 2 for each person, 4 in all): try again when they have ended.",
          5,
        );
      const outcome = await importEcosystem(context.db, {
        ...changeRequest(input, context),
        ecosystem: input.ecosystem ?? undefined,
      }).finally(end);
      if (outcome.ecosystem !== null) context.forget(outcome.ecosystem);
      // Nothing is stored, so nothing was created, whatever the valid part of the file would have created.
      return outcome.errors.length > 0 ? { ...outcome, created: 0, updated: 0, unchanged: 0, removed: 0 } : outcome;
    },
  }),
);
