import { formats, type ImportFormat } from "../changes/imports/formats/formats.ts";
import { type ImportOutcome, importEcosystem } from "../changes/imports/import.ts";
import type { AccountGroup } from "../changes/imports/landscape/account.ts";
import type { CategoryHolds, LandscapeCategory } from "../changes/imports/landscape/categories.ts";
import { builder } from "./builder.ts";
import { changeRequest, idempotencyKey, why } from "./change-input.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { ActorKindEnum } from "./enums.ts";
import { ImportIssue } from "./import-issue.graphql.ts";

export const ImportFormatEnum = builder.enumType("ImportFormat", {
  description: "The format of an imported file.",
  values: Object.fromEntries(formats.map(({ name, description }) => [name, { value: name, description }])) as Record<
    ImportFormat,
    { value: ImportFormat; description: string }
  >,
});

const CategoryHoldsEnum = builder.enumType("LandscapeCategoryHolds", {
  description: "What the items of a landscape's category are.",
  values: {
    OFFERINGS: { value: "OFFERINGS", description: "Products and projects, each offered by an organisation." },
    ORGANISATIONS: { value: "ORGANISATIONS", description: "Organisations, as in a list of members." },
  } satisfies Record<CategoryHolds, { value: CategoryHolds; description: string }>,
});

const LandscapeCategoryType = builder.objectRef<LandscapeCategory>("LandscapeCategory").implement({
  description: "A category of a landscape and how it was read.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "The category's name." }),
    items: t.exposeInt("items", { description: "Number of items in its subcategories." }),
    holds: t.expose("holds", { type: CategoryHoldsEnum, description: "What its items are." }),
    kind: t.expose("kind", {
      type: ActorKindEnum,
      nullable: true,
      description: "The kind of its organisations; null for offerings.",
    }),
  }),
});

const ImportGroup = builder.objectRef<AccountGroup>("ImportGroup").implement({
  description: "Things of one sort that an import made, matched, mended or left out.",
  fields: (t) => ({
    what: t.exposeString("what", { description: "What they are, such as the name of a field." }),
    count: t.int({ description: "How many there are.", resolve: ({ entries }) => entries.length }),
    entries: t.field({
      type: [ImportIssue],
      description: "Each of them with its place in the file.",
      resolve: ({ entries }) => entries,
    }),
  }),
});

const ImportResult = builder.objectRef<ImportOutcome>("ImportResult").implement({
  description: "The result of an import, or of a dry run of it.",
  fields: (t) => ({
    ecosystem: t.field({
      type: EcosystemType,
      nullable: true,
      description:
        "The ecosystem after the import; null when there is none, as after an error or a dry run of a new one.",
      resolve: ({ ecosystem }, _args, context) => (ecosystem === null ? null : context.ecosystemNode(ecosystem)),
    }),
    revision: t.int({
      nullable: true,
      description:
        "The revision of the ecosystem after the import; of a dry run the one that it was compared with, 0 when there is no such ecosystem. Null for a file that cannot be read.",
      resolve: ({ revision }) => revision,
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
    made: t.field({
      type: [ImportGroup],
      description: "What the file's items became: activities, actors, offerings (landscapes only).",
      resolve: ({ account }) => account.made,
    }),
    matched: t.field({
      type: [ImportGroup],
      description: "What was taken as the same thing, and by what (landscapes only).",
      resolve: ({ account }) => account.matched,
    }),
    mended: t.field({
      type: [ImportGroup],
      description: "What was not quite valid, and how it was read (landscapes only).",
      resolve: ({ account }) => account.mended,
    }),
    leftOut: t.field({
      type: [ImportGroup],
      description: "What was not imported, by field (landscapes only).",
      resolve: ({ account }) => account.leftOut,
    }),
    categories: t.field({
      type: [LandscapeCategoryType],
      description: "The categories of a landscape, and how each was read.",
      resolve: ({ categories }) => categories,
    }),
  }),
});

const LandscapeCategoryInput = builder.inputType("LandscapeCategoryInput", {
  description: "How to read a category of a landscape, where its name does not tell.",
  fields: (t) => ({
    category: t.string({ required: true, description: "The category's name, as the file has it." }),
    holds: t.field({ type: CategoryHoldsEnum, required: true, description: "What its items are." }),
    kind: t.field({
      type: ActorKindEnum,
      description:
        "The kind of its organisations. When absent, its name tells: customers, service providers, or other.",
    }),
  }),
});

const ImportEcosystemInput = builder.inputType("ImportEcosystemInput", {
  description: "A file and how to import it.",
  fields: (t) => ({
    format: t.field({ type: ImportFormatEnum, required: true, description: "The format of the file." }),
    content: t.string({ required: true, description: "The text of the file." }),
    contentBase64: t.string({
      description:
        "The bytes of the file in base64, in place of content (leave that empty): for a file that is not known to be UTF-8 text.",
    }),
    name: t.string({ description: "The name of the file, which a landscape keeps as the title of its evidence." }),
    ecosystem: t.string({
      description: "The key of the ecosystem, for formats that do not name one. It is created when there is none.",
    }),
    replace: t.boolean({
      required: true,
      defaultValue: false,
      description: "Whether records that the file does not contain are removed. Otherwise the file is merged by key.",
    }),
    replaceFile: t.boolean({
      required: true,
      defaultValue: false,
      description:
        "Whether records that an earlier import of this landscape made, that rest on it alone and that it does not contain any more, are removed.",
    }),
    categories: t.field({
      type: [LandscapeCategoryInput],
      description: "How to read categories of a landscape whose names do not tell.",
    }),
    dryRun: t.boolean({
      required: true,
      defaultValue: false,
      description: "Whether to store nothing and report what would change.",
    }),
    revision: t.int({
      description:
        "The revision that a dry run was compared with: CONFLICT when the ecosystem has changed since. Whatever it is when absent.",
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
      const outcome = await importEcosystem(context.db, {
        ...changeRequest(input, context),
        ecosystem: input.ecosystem ?? undefined,
        revision: input.revision ?? undefined,
        signTags: !context.caller.isAdmin,
        name: input.name ?? undefined,
        bytes: input.contentBase64 ? Buffer.from(input.contentBase64, "base64") : undefined,
        categories: input.categories?.map(({ category, holds, kind }) => ({
          category,
          holds,
          kind: kind ?? undefined,
        })),
      });
      if (outcome.ecosystem !== null) context.forget(outcome.ecosystem);
      return outcome;
    },
  }),
);
