import { fileHash, refuseChangedFile } from "../changes/imports/file-evidence.ts";
import { formatOfFile, type ImportFormat } from "../changes/imports/formats/formats.ts";
import { importEcosystem } from "../changes/imports/import.ts";
import type { CategoryChoice } from "../changes/imports/landscape/categories.ts";
import { keepUpload, readUpload } from "../changes/imports/uploads.ts";
import { InvalidInput } from "../shared/domain-errors.ts";
import { builder } from "./builder.ts";
import { changeRequest, idempotencyKey, why } from "./change-input.ts";
import type { ApiContext } from "./context.ts";
import { ImportFormatEnum } from "./import.graphql.ts";
import { ImportPreview, type Preview, previewOf } from "./import-preview.graphql.ts";

/** Bytes of a file that may come within the operation. */
const maxInline = 1_000_000;

const ImportFileInput = builder.inputType("ImportFileInput", {
  description: "A file, and how it is read.",
  fields: (t) => ({
    ecosystem: t.string({
      required: true,
      description: "The key of the ecosystem to import into; it is made if there is none.",
    }),
    ecosystemName: t.string({ description: "The name of the ecosystem, where it is made." }),
    name: t.string({
      required: true,
      description: "The name of the file, which is kept as the title of its evidence.",
    }),
    format: t.field({ type: ImportFormatEnum, description: "The format of the file; told by its name when absent." }),
    upload: t.field({
      type: "ID",
      description: "A file that is kept already: of an earlier preview, or from POST /uploads.",
    }),
    contentBase64: t.string({ description: "The bytes of the file in base64, up to 1 MB, in place of upload." }),
    mapping: t.field({
      type: "JSON",
      description: "As ImportPreview.mapping gives it; as the last file of this shape, or guessed, when absent.",
    }),
    expectedRevision: t.int({ description: "What the preview was made on: CONFLICT when facts have changed since." }),
    expectedHash: t.string({ description: "What the preview was made of: CONFLICT when it is another file." }),
    allOrNothing: t.boolean({
      required: true,
      defaultValue: false,
      description: "Whether one row that cannot be read stops all.",
    }),
    why: t.string({ description: why }),
    idempotencyKey: t.string({ description: idempotencyKey }),
  }),
});

type Input = typeof ImportFileInput.$inferInput;

async function bytesOf(
  { upload, contentBase64 }: Input,
  context: ApiContext,
): Promise<{ id: string; bytes: Uint8Array }> {
  const person = context.caller.id;
  if (upload != null) {
    const bytes = await readUpload(person, String(upload));
    if (!bytes) throw new InvalidInput("The upload is not kept any more (one hour): send the file again.");
    return { id: String(upload), bytes };
  }
  if (contentBase64 == null) throw new InvalidInput("Give the file, as upload or as contentBase64.");
  const bytes = Buffer.from(contentBase64, "base64");
  if (bytes.length > maxInline)
    throw new InvalidInput(
      "The file is larger than 1 MB: send it to POST /uploads, and give the id that it answers as upload.",
    );
  return { id: await keepUpload(person, bytes), bytes };
}

/** What a landscape's mapping says; tables have one of their own. */
interface DocumentMapping {
  categories?: CategoryChoice[];
  replaceFile?: boolean;
}

async function run(input: Input, dryRun: boolean, context: ApiContext): Promise<Preview> {
  const { id, bytes } = await bytesOf(input, context);
  const hash = fileHash(bytes);
  refuseChangedFile(input.expectedHash, hash);
  const format = (input.format ?? formatOfFile(input.name, bytes)) as ImportFormat;
  const { categories, replaceFile } = (input.mapping ?? {}) as DocumentMapping;
  const outcome = await importEcosystem(context.db, {
    ...changeRequest(input, context),
    format,
    content: "",
    bytes,
    name: input.name,
    ecosystem: input.ecosystem,
    ecosystemName: input.ecosystemName ?? undefined,
    mapping: input.mapping ?? undefined,
    categories,
    replaceFile,
    allOrNothing: input.allOrNothing,
    revision: input.expectedRevision ?? undefined,
    signTags: !context.caller.isAdmin,
    why: input.why ?? `Imported from ${input.name}`.slice(0, 1_000),
    dryRun,
    onProgress: context.onProgress,
  });
  if (outcome.ecosystem !== null) context.forget(outcome.ecosystem);
  return previewOf(outcome, { dryRun, upload: id, hash, given: input.mapping ?? null });
}

builder.mutationField("previewImport", (t) =>
  t.field({
    type: ImportPreview,
    description:
      "What a file would become: the mapping that was guessed or given, records in words, matches, what is left out. Stores nothing.",
    args: { input: t.arg({ type: ImportFileInput, required: true, description: "The file." }) },
    resolve: (_root, { input }, context) => run(input, true, context),
  }),
);

builder.mutationField("importFile", (t) =>
  t.field({
    type: ImportPreview,
    description: "Imports a file as previewImport shows it, as one change.",
    args: { input: t.arg({ type: ImportFileInput, required: true, description: "The file." }) },
    resolve: (_root, { input }, context) => run(input, false, context),
  }),
);
