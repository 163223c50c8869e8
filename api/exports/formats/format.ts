import type { EcosystemDocument, RecordKind } from "../../../cypher/model/document.ts";
import { recordKinds } from "../../../cypher/model/record-kinds.ts";

/** What an export format is called, and what it makes. */
interface NamedFormat {
  /** Value in the API's enum ExportFormat, and in lower case the command's --format. */
  name: string;
  /** What it is called on a button. */
  label: string;
  /** Description in the schema, and what the file is good for. */
  description: string;
  ending: string;
  mediaType: string;
}

/** Format of one file for a whole ecosystem, or a part of it: one file each, and one line in the list (formats.ts). */
export interface FileFormat extends NamedFormat {
  /** What of this ecosystem the format cannot hold, in sentences; none where it holds everything. */
  losses(document: EcosystemDocument): string[];
  write(document: EcosystemDocument): string | Uint8Array | Promise<Uint8Array>;
}

/** Format of one file for each kind of record. */
export interface TableFormat extends NamedFormat {
  losses(document: EcosystemDocument): string[];
  writeTable(document: EcosystemDocument, kind: RecordKind): string;
}

/** What the file of a kind of record is called, without its ending. */
export const tableName = (kind: RecordKind): string => recordKinds[kind].plural.replaceAll(" ", "-");
