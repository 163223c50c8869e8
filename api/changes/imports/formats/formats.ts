import { csv } from "./csv.ts";
import { ecosystem } from "./ecosystem.ts";
import type { Format, TableFormat } from "./format.ts";
import { gexf } from "./gexf.ts";
import { graphml } from "./graphml.ts";
import { landscape2 } from "./landscape2.ts";
import { xlsx } from "./xlsx.ts";

const documentFormats = [ecosystem, landscape2] as const;
const tableFormats = [csv, xlsx, graphml, gexf] as const;

/** Import formats: the API's enum ImportFormat and the extensions known to the import command come from this list. */
export const formats = [...documentFormats, ...tableFormats] as const;

export type ImportFormat = (typeof formats)[number]["name"];
type DocumentFormat = (typeof documentFormats)[number]["name"];

export function formatNamed(name: DocumentFormat): Format;
export function formatNamed(name: ImportFormat): Format | TableFormat;
export function formatNamed(name: ImportFormat): Format | TableFormat {
  return formats.find((format) => format.name === name)!;
}

/** The format of a file by its extension; an ecosystem document where no format claims it. */
export function formatOfFile(name: string): ImportFormat {
  const claims = ({ endings }: Format | TableFormat) => endings.some((ending) => name.toLowerCase().endsWith(ending));
  return (formats.find(claims) ?? ecosystem).name;
}
