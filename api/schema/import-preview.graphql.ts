import type { ImportOutcome } from "../changes/imports/import.ts";
import type { ImportIssue as Issue } from "../changes/imports/issue.ts";
import type { Skipped } from "../changes/imports/mapping/drafts.ts";
import { type NoLongerSaid, noLongerId } from "../changes/imports/mapping/earlier-version.ts";
import type { Match } from "../changes/imports/mapping/known-records.ts";
import type { SheetColumn, SheetSummary } from "../changes/imports/mapping/mapped-outcome.ts";
import type { Difference } from "../changes/imports/mapping/merge-record.ts";
import type { LeftOut } from "../changes/imports/tables/table.ts";
import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { ImportIssue } from "./import-issue.graphql.ts";

/** Entries of a list that an answer has at most; how many there are in all is told beside it. */
const maxListed = 1_000;

/** An import, or what it would be. */
export interface Preview extends ImportOutcome {
  upload: string;
  hash: string;
  given: unknown;
  /** The revision that a preview was made on. */
  compared: number | null;
}

interface PreviewedFile extends Pick<Preview, "upload" | "hash" | "given"> {
  /** Whether the outcome is that of a dry run. */
  dryRun: boolean;
}

export function previewOf(outcome: ImportOutcome, { dryRun, ...file }: PreviewedFile): Preview {
  const isStored = !dryRun && outcome.errors.length === 0;
  return {
    ...outcome,
    ...file,
    revision: isStored ? outcome.revision : null,
    compared: dryRun ? outcome.revision : null,
  };
}

const NameMatch = builder.objectRef<Match & { loaded: LoadedEcosystem | null }>("NameMatch").implement({
  description: "How a name in the file was understood.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "The name, as the file has it." }),
    actor: t.field({
      type: Actor,
      nullable: true,
      description: "The stored actor that it means, or might mean; null for an actor that only the file has.",
      resolve: ({ key, loaded }) => (key === null ? null : (loaded?.find("actors", key) ?? null)),
    }),
    key: t.exposeString("key", {
      nullable: true,
      description: "The key of that actor, stored or of the file: what the mapping's names take.",
    }),
    score: t.exposeFloat("score", {
      description: "From 0 to 1. From 0.9 on it is taken as that actor; below, the file's is a new one until decided.",
    }),
    reason: t.exposeString("reason", { description: "Why." }),
  }),
});

const SkippedRow = builder.objectRef<Skipped>("SkippedRow").implement({
  description: "A row, or a cell of one, that could not be read.",
  fields: (t) => ({
    sheet: t.exposeString("sheet", { nullable: true, description: "Its sheet; null where the format has none." }),
    row: t.exposeInt("row", { description: "The number of the row, as a spreadsheet shows it." }),
    column: t.exposeString("column", {
      nullable: true,
      description: "The name of the column; null for the whole row.",
    }),
    message: t.exposeString("message", { description: "What is wrong and what to do." }),
  }),
});

const LeftOutType = builder.objectRef<LeftOut>("LeftOut").implement({
  description: "What of the file is not taken.",
  fields: (t) => ({
    what: t.exposeString("what", { description: "What it is, such as a column." }),
    count: t.exposeInt("count", { description: "How many cells, rows or values." }),
    reason: t.exposeString("reason", { description: "Why." }),
  }),
});

const DifferenceType = builder.objectRef<Difference>("ImportDifference").implement({
  description: "A field of which a stored record and the file have different values.",
  fields: (t) => ({
    id: t.string({
      description: "Its name in the mapping's conflicts.",
      resolve: ({ kind, key, field }) => `${kind}|${key}|${field}`,
    }),
    stored: t.field({
      type: "JSON",
      nullable: true,
      description: "The stored value.",
      resolve: ({ stored }) => stored ?? null,
    }),
    file: t.field({
      type: "JSON",
      nullable: true,
      description: "The file's value.",
      resolve: ({ file }) => file ?? null,
    }),
    replaced: t.boolean({
      description: "Whether the file's value takes the place of the stored one.",
      resolve: ({ choice }) => choice === "REPLACE",
    }),
  }),
});

const NoLongerOutcome = builder.enumType("NoLongerSaidOutcome", {
  description: "What becomes of a fact that an earlier version of a file said and this one does not.",
  values: {
    ENDED: { description: "It ends on the day of this version." },
    REMOVED: { description: "It is removed." },
    RELEASED: { description: "It stays, since it has other evidence, and rests on the file no more." },
    KEPT: { description: "It stays as it is." },
  },
});

const NoLongerSaidType = builder.objectRef<NoLongerSaid & { said: string }>("NoLongerSaid").implement({
  description: "A fact that an earlier version of the file said and this one does not.",
  fields: (t) => ({
    id: t.string({
      description: "Its name in the mapping's noLonger.",
      resolve: ({ kind, key }) => noLongerId(kind, key),
    }),
    said: t.exposeString("said", { description: "The fact in words." }),
    outcome: t.field({ type: NoLongerOutcome, description: "What becomes of it.", resolve: ({ outcome }) => outcome }),
    reason: t.exposeString("reason", {
      nullable: true,
      description: "Why, where it is not what was asked for all of them.",
    }),
  }),
});

const NoLongerCounts = builder.objectRef<NoLongerSaid[]>("NoLongerSaidCounts").implement({
  description: "How many facts that only earlier versions of the file said end, are removed, or stay.",
  fields: (t) => {
    const count = (outcome: NoLongerSaid["outcome"], description: string) =>
      t.int({ description, resolve: (entries) => entries.filter((one) => one.outcome === outcome).length });
    return {
      ended: count("ENDED", "Facts that end."),
      removed: count("REMOVED", "Facts that are removed."),
      released: count("RELEASED", "Facts that stay on their other evidence."),
      kept: count("KEPT", "Facts that stay as they are."),
    };
  },
});

const SheetColumnType = builder.objectRef<SheetColumn>("ImportColumn").implement({
  description: "A column of a file.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Its name, as its header has it." }),
    samples: t.exposeStringList("samples", { description: "Its first different values." }),
    values: t.exposeStringList("values", {
      description: "Its first 60 different values where the mapping reads them as values of an enumeration; else none.",
    }),
    filled: t.exposeInt("filled", { description: "How many of its cells are filled." }),
  }),
});

const SheetType = builder.objectRef<SheetSummary>("ImportSheet").implement({
  description: "A sheet of a file, or its only table.",
  fields: (t) => ({
    sheet: t.exposeString("sheet", { nullable: true, description: "Its name; null where the format has none." }),
    isHidden: t.exposeBoolean("isHidden", { description: "Whether the file hides it." }),
    headerRow: t.exposeInt("headerRow", { description: "The row of its header." }),
    rows: t.exposeInt("rows", { description: "How many rows it has below the header." }),
    above: t.exposeStringList("above", { description: "What stands above the header, such as a title." }),
    columns: t.field({ type: [SheetColumnType], description: "Its columns.", resolve: ({ columns }) => columns }),
  }),
});

export const ImportPreview = builder.objectRef<Preview>("ImportPreview").implement({
  description: "What a file becomes, or would become.",
  fields: (t) => ({
    upload: t.field({
      type: "ID",
      description: "The file, kept for one hour: given back in place of its content, it need not be sent again.",
      resolve: ({ upload }) => upload,
    }),
    hash: t.exposeString("hash", {
      description: "The SHA-256 of the file: what expectedHash takes.",
    }),
    ecosystem: t.field({
      type: EcosystemType,
      nullable: true,
      description: "The ecosystem as it is; null where there is none yet.",
      resolve: ({ ecosystem }, _args, context) => (ecosystem === null ? null : context.ecosystemNode(ecosystem)),
    }),
    revision: t.int({
      nullable: true,
      description: "The revision that it was stored as; null when nothing was stored.",
      resolve: ({ revision }) => revision,
    }),
    previewedRevision: t.int({
      nullable: true,
      description:
        "The revision that it was compared with, 0 where there is no ecosystem yet: what expectedRevision takes.",
      resolve: ({ compared }) => compared,
    }),
    mapping: t.field({
      type: "JSON",
      description: "How the file was read; it can be changed and given back.",
      resolve: ({ mapped, given, categories }) => mapped?.mapping ?? given ?? { categories },
    }),
    isRemembered: t.boolean({
      description: "Whether the mapping is the one with which a file of this shape was imported before.",
      resolve: ({ mapped }) => mapped?.isRemembered ?? false,
    }),
    sheets: t.field({
      type: [SheetType],
      description: "The sheets of the file.",
      resolve: ({ mapped }) => mapped?.sheets ?? [],
    }),
    created: t.exposeInt("created", { description: "Number of records that are new." }),
    updated: t.exposeInt("updated", { description: "Number of records that differ from the stored ones." }),
    unchanged: t.exposeInt("unchanged", { description: "Number of records that are the same as the stored ones." }),
    removed: t.exposeInt("removed", { description: "Number of stored records that are removed." }),
    sample: t.stringList({ description: "The first records in words.", resolve: ({ mapped }) => mapped?.sample ?? [] }),
    matches: t.field({
      type: [NameMatch],
      description: `How names were understood, doubtful ones first; up to ${maxListed.toLocaleString("en")}.`,
      resolve: async ({ mapped, ecosystem }, _args, context) => {
        const loaded = ecosystem === null ? null : await context.ecosystem(ecosystem);
        const sorted = [...(mapped?.matches ?? [])].sort((a, b) => a.score - b.score);
        return sorted.slice(0, maxListed).map((match) => ({ ...match, loaded }));
      },
    }),
    differences: t.field({
      type: [DifferenceType],
      description: `Fields of which the file has another value than the store; up to ${maxListed.toLocaleString("en")}.`,
      resolve: ({ mapped }) => (mapped?.differences ?? []).slice(0, maxListed),
    }),
    earlierVersionAt: t.field({
      type: "DateTime",
      nullable: true,
      description:
        "When another version of this file (same name, sheets and columns) was imported last; null where none was. The mapping's newerVersion says that this one is newer: what only that one said is then updated.",
      resolve: ({ mapped }) => mapped?.earlierAt ?? null,
    }),
    noLongerSaid: t.field({
      type: [NoLongerSaidType],
      description: `Of a newer version: facts that earlier ones said and this one does not; up to ${maxListed.toLocaleString("en")}.`,
      resolve: ({ mapped }) =>
        (mapped?.noLonger ?? [])
          .slice(0, maxListed)
          .map((entry) => ({ ...entry, said: mapped!.inWords(entry.kind, entry.record) })),
    }),
    noLongerSaidCounts: t.field({
      type: NoLongerCounts,
      description: "How many these are in all.",
      resolve: ({ mapped }) => mapped?.noLonger ?? [],
    }),
    skipped: t.field({
      type: [SkippedRow],
      description: `Rows and cells that could not be read; up to ${maxListed.toLocaleString("en")}, and leftOut counts the others.`,
      resolve: ({ mapped }) => (mapped?.skipped ?? []).slice(0, maxListed),
    }),
    leftOut: t.field({
      type: [LeftOutType],
      description: "What of the file is not taken, and why.",
      resolve: ({ mapped, account }) => [
        ...(mapped?.leftOut ?? []),
        ...account.leftOut.map(({ what, entries }) => ({
          what,
          count: entries.length,
          reason: entries[0]?.message ?? "",
        })),
        ...beyond(mapped?.skipped.length ?? 0),
      ],
    }),
    errors: t.field({
      type: [ImportIssue],
      description: "Errors; with any, nothing is stored.",
      resolve: ({ errors }) => errors,
    }),
    warnings: t.field({
      type: [ImportIssue],
      description: "What was not quite valid, and how it was read.",
      resolve: ({ warnings }): Issue[] => warnings.slice(0, maxListed),
    }),
  }),
});

const beyond = (count: number): LeftOut[] =>
  count <= maxListed
    ? []
    : [
        {
          what: "More rows and cells",
          count: count - maxListed,
          reason: "They could not be read either; the first are listed.",
        },
      ];
