import type { RecordKind } from "../../cypher/model/document.ts";
import { tableName } from "../exports/formats/format.ts";
import { type ExportFormat, exportFormatNamed, exportFormats } from "../exports/formats/formats.ts";
import { InvalidInput } from "../shared/domain-errors.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { documentOrPart, partArgs } from "./document.graphql.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { RecordKindEnum } from "./records.graphql.ts";

const ExportFormatEnum = builder.enumType("ExportFormat", {
  description: "The format of an exported file.",
  values: Object.fromEntries(
    exportFormats.map(({ name, description }) => [name, { value: name, description }]),
  ) as Record<ExportFormat, { value: ExportFormat; description: string }>,
});

interface Option {
  format: ExportFormat;
  losses: string[];
}

const ExportOption = builder.objectRef<Option>("ExportOption").implement({
  description: "A format in which an ecosystem, or a part of it, can be exported.",
  fields: (t) => ({
    format: t.expose("format", { type: ExportFormatEnum, description: "The format." }),
    label: t.string({
      description: "What it is called.",
      resolve: ({ format }) => exportFormatNamed(format).label,
    }),
    about: t.string({
      description: "What the file holds and is good for.",
      resolve: ({ format }) => exportFormatNamed(format).description,
    }),
    isOfOneKind: t.boolean({
      description: "Whether a file holds one kind of record, which exportFile must name.",
      resolve: ({ format }) => "writeTable" in exportFormatNamed(format),
    }),
    losses: t.exposeStringList("losses", {
      description: "What of these facts the format cannot hold, in sentences; empty when it holds all of them.",
    }),
  }),
});

interface ExportFile {
  name: string;
  mediaType: string;
  content: string | Uint8Array;
}

const ExportFileType = builder.objectRef<ExportFile>("ExportFile").implement({
  description: "An exported file.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "A name for it, with the ending of its format." }),
    mediaType: t.exposeString("mediaType", { description: "Its media type." }),
    contentBase64: t.string({
      description: "Its bytes in base64.",
      resolve: ({ content }) =>
        (typeof content === "string" ? Buffer.from(content) : Buffer.from(content)).toString("base64"),
    }),
  }),
});

builder.objectFields(EcosystemType, (t) => ({
  exportOptions: t.field({
    type: [ExportOption],
    description: "The formats of exportFile, with what of these facts each cannot hold.",
    args: partArgs,
    complexity: measureCost,
    resolve: async (ecosystem, args) => {
      const document = await documentOrPart(ecosystem, args);
      return exportFormats.map((format): Option => ({ format: format.name, losses: format.losses(document) }));
    },
  }),
  exportFile: t.field({
    type: ExportFileType,
    description: "A file of all facts, or of these records and all facts between them.",
    args: {
      format: t.arg({ type: ExportFormatEnum, required: true, description: "Its format." }),
      kind: t.arg({ type: RecordKindEnum, description: "The kind of record, for a format of one kind (CSV)." }),
      ...partArgs,
    },
    complexity: { field: 50, multiplier: 1 },
    resolve: async (ecosystem, { format: name, kind, ...args }): Promise<ExportFile> => {
      const format = exportFormatNamed(name);
      if ("writeTable" in format && kind == null)
        throw new InvalidInput(`A file of ${format.label} holds one kind of record: name it as kind.`);
      const document = await documentOrPart(ecosystem, args);
      const { ending, mediaType } = format;
      if ("write" in format)
        return { name: `${ecosystem.key}.${ending}`, mediaType, content: await format.write(document) };
      const of = kind as RecordKind;
      const content = format.writeTable(document, of);
      return { name: `${ecosystem.key}-${tableName(of)}.${ending}`, mediaType, content };
    },
  }),
}));
