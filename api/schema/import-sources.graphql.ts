import { readRevision } from "../../cypher/ecosystems/ecosystems.ts";
import { type ImportSource, listSources, type readOutcomes, removeSource } from "../../cypher/sources/sources.ts";
import { formatOfFile } from "../changes/imports/formats/formats.ts";
import { keepUpload } from "../changes/imports/uploads.ts";
import { NotFound } from "../shared/domain-errors.ts";
import { readSourceNow, saveSource } from "../sources/import-sources.ts";
import { fileNameOf } from "../sources/read-source.ts";
import { builder } from "./builder.ts";
import type { ApiContext } from "./context.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { ImportFormatEnum } from "./import.graphql.ts";
import { ImportPreview, type Preview, previewOf } from "./import-preview.graphql.ts";

const SourceReadOutcome = builder.enumType("SourceReadOutcome", {
  description: "What the last reading of a source found.",
  values: {
    UNCHANGED: { description: "Nothing that is not stored already." },
    CHANGED: { description: "A difference, which is not stored yet." },
    STORED: { description: "A difference, which was stored." },
    FAILED: { description: "Nothing: it could not be read, for the reason in message." },
  } satisfies Record<(typeof readOutcomes)[number], object>,
});

const ImportSourceType = builder.objectRef<ImportSource>("ImportSource").implement({
  description: "A file that is read again, on demand or daily, from an address or from the server's disk.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "Its key, made from its name." }),
    name: t.exposeString("name", { description: "Its name, by which its evidence is called." }),
    address: t.exposeString("address", { description: "Its address, or its path on the server's disk." }),
    format: t.field({
      type: ImportFormatEnum,
      description: "The format of the file, as its name tells it.",
      resolve: ({ address }) => formatOfFile(fileNameOf(address)),
    }),
    mapping: t.field({
      type: "JSON",
      nullable: true,
      description: "How it is read; null where that is guessed or needs none.",
      resolve: ({ mapping }) => (mapping === null ? null : JSON.parse(mapping)),
    }),
    daily: t.exposeBoolean("daily", { description: "Whether it is read once a day." }),
    stores: t.exposeBoolean("stores", { description: "Whether a difference is stored without being shown first." }),
    readAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When it was read last; null where it was not.",
      resolve: ({ readAt }) => readAt,
    }),
    outcome: t.field({
      type: SourceReadOutcome,
      nullable: true,
      description: "What was found then.",
      resolve: ({ outcome }) => outcome,
    }),
    message: t.exposeString("message", {
      nullable: true,
      description: "The difference, or what went wrong, in words.",
    }),
  }),
});

builder.objectField(EcosystemType, "importSources", (t) =>
  t.field({
    type: [ImportSourceType],
    description: "Files that are read again, by key.",
    resolve: ({ key }, _args, context) => listSources(context.db, key),
  }),
);

const ImportSourceInput = builder.inputType("ImportSourceInput", {
  description: "A file that is to be read again.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: "The key of the ecosystem." }),
    name: t.string({ required: true, description: "Its name; a source of this name is changed." }),
    address: t.string({
      required: true,
      description: "An address or a path on the server's disk that the setting ECOTONE_SOURCES allows.",
    }),
    mapping: t.field({ type: "JSON", description: "As ImportPreview.mapping gives it; guessed when absent." }),
    daily: t.boolean({ required: true, defaultValue: false, description: "Whether it is read once a day." }),
    stores: t.boolean({
      required: true,
      defaultValue: false,
      description: "Whether a difference is stored without being shown first.",
    }),
  }),
});

async function existing(ecosystem: string, { db }: ApiContext): Promise<void> {
  if ((await readRevision(db, ecosystem)) === null) throw new NotFound(`There is no ecosystem "${ecosystem}".`);
}

builder.mutationField("saveImportSource", (t) =>
  t.field({
    type: ImportSourceType,
    description: "Keeps a source, or changes the one of the same name. Reads nothing yet.",
    args: { input: t.arg({ type: ImportSourceInput, required: true, description: "The source." }) },
    resolve: async (_root, { input }, context) => {
      await existing(input.ecosystem, context);
      const { id: person, name: who } = context.caller;
      const others = await listSources(context.db, input.ecosystem);
      return saveSource(context.db, { ...input, who, person }, context.sources, others);
    },
  }),
);

builder.mutationField("removeImportSource", (t) =>
  t.field({
    type: "Boolean",
    description: "Forgets a source. What it has said stays.",
    args: {
      ecosystem: t.arg.string({ required: true, description: "The key of the ecosystem." }),
      source: t.arg.string({ required: true, description: "The key of the source." }),
    },
    resolve: async (_root, { ecosystem, source: key }, context) => {
      await removeSource(context.db, { ecosystem, key });
      return true;
    },
  }),
);

interface Reading {
  source: ImportSource;
  preview: Preview | null;
}

const SourceReading = builder.objectRef<Reading>("SourceReading").implement({
  description: "What reading a source has found.",
  fields: (t) => ({
    source: t.field({ type: ImportSourceType, description: "The source.", resolve: ({ source }) => source }),
    preview: t.field({
      type: ImportPreview,
      nullable: true,
      description: "What the file becomes, or would become; null where it has not changed or could not be read.",
      resolve: ({ preview }) => preview,
    }),
  }),
});

builder.mutationField("readImportSource", (t) =>
  t.field({
    type: SourceReading,
    description: "Reads a source now. A difference is stored only where the source or the request says so.",
    args: {
      ecosystem: t.arg.string({ required: true, description: "The key of the ecosystem." }),
      source: t.arg.string({ required: true, description: "The key of the source." }),
      store: t.arg.boolean({ description: "Whether a difference is stored; as the source says when absent." }),
      expectedHash: t.arg.string({
        description: "The file whose difference was shown: CONFLICT when there is another one by now.",
      }),
    },
    resolve: async (_root, { ecosystem, source: key, store, expectedHash }, context): Promise<Reading> => {
      await existing(ecosystem, context);
      const { id: person, name: who, isAdmin } = context.caller;
      const request = { ecosystem, key, who, person, store: store ?? undefined, expectedHash, signTags: !isAdmin };
      const { db, sources, onProgress } = context;
      const { source, file, outcome } = await readSourceNow(db, { ...request, onProgress }, sources);
      context.forget(ecosystem);
      if (file === null || outcome === null) return { source, preview: null };
      const upload = await keepUpload(person, file.bytes);
      const dryRun = source.outcome !== "STORED";
      return { source, preview: previewOf(outcome, { dryRun, upload, hash: file.hash, given: null }) };
    },
  }),
);
