import { csv } from "./csv.ts";
import type { FileFormat, TableFormat } from "./format.ts";
import { gexf } from "./gexf.ts";
import { graphml } from "./graphml.ts";
import { kumu } from "./kumu.ts";
import { stix } from "./stix.ts";
import { xlsx } from "./xlsx.ts";

/** Export formats: the API's enum ExportFormat, the command's --format and the page's list come from this list. */
export const exportFormats = [xlsx, csv, graphml, gexf, kumu, stix] as const;

export type ExportFormat = (typeof exportFormats)[number]["name"];

export const exportFormatNamed = (name: ExportFormat): FileFormat | TableFormat =>
  exportFormats.find((format) => format.name === name)!;
