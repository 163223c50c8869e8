import { ecosystem } from "./ecosystem.ts";
import type { Format } from "./format.ts";
import { landscape2 } from "./landscape2.ts";
import { csv, graphml } from "./not-yet.ts";

/** Import formats: the API's enum ImportFormat and the extensions known to the import command come from this list. */
export const formats = [ecosystem, landscape2, csv, graphml] as const;

export type ImportFormat = (typeof formats)[number]["name"];

export const formatNamed = (name: ImportFormat): Format => formats.find((format) => format.name === name)!;

/** The format of a file by its extension; an ecosystem document where no format claims it. */
export function formatOfFile(name: string): ImportFormat {
  const claims = ({ endings }: Format) => endings.some((ending) => name.toLowerCase().endsWith(ending));
  return (formats.find(claims) ?? ecosystem).name;
}
