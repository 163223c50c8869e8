import { csv } from "./csv.ts";
import { ecosystem } from "./ecosystem.ts";
import type { Format, TableFormat } from "./format.ts";
import { gexf } from "./gexf.ts";
import { graphml } from "./graphml.ts";
import { kumu } from "./kumu.ts";
import { landscape2 } from "./landscape2.ts";
import { stix } from "./stix.ts";
import { xlsx } from "./xlsx.ts";

const documentFormats = [ecosystem, landscape2] as const;
const tableFormats = [csv, xlsx, graphml, gexf, kumu, stix] as const;

/** Import formats: the API's enum ImportFormat and the extensions known to the import command come from this list. */
export const formats = [...documentFormats, ...tableFormats] as const;

export type ImportFormat = (typeof formats)[number]["name"];
type DocumentFormat = (typeof documentFormats)[number]["name"];

export function formatNamed(name: DocumentFormat): Format;
export function formatNamed(name: ImportFormat): Format | TableFormat;
export function formatNamed(name: ImportFormat): Format | TableFormat {
  return formats.find((format) => format.name === name)!;
}

/**
 * The format of a file by its extension, and by its content where formats share one; an ecosystem document where no
 * format claims it.
 */
export function formatOfFile(name: string, bytes?: Uint8Array): ImportFormat {
  const claims = ({ endings }: Format | TableFormat) => endings.some((ending) => name.toLowerCase().endsWith(ending));
  const claiming: readonly (Format | TableFormat)[] = formats.filter(claims);
  const told = claiming.filter(({ isFormatOf }) => isFormatOf);
  if (bytes && told.length > 0) {
    const text = new TextDecoder().decode(bytes);
    const found = told.find(({ isFormatOf }) => isFormatOf!(text));
    if (found) return found.name as ImportFormat;
  }
  return (claiming.find(({ isFormatOf }) => !isFormatOf) ?? claiming[0] ?? ecosystem).name as ImportFormat;
}
