import type { EcosystemDocument, RecordKind } from "../../../../cypher/model/document.ts";
import type { MergedKeys } from "../../../../cypher/records/merged-keys.ts";
import type { ImportIssue } from "../issue.ts";
import type { Account } from "../landscape/account.ts";
import type { CategoryChoice, LandscapeCategory } from "../landscape/categories.ts";
import type { EarlierVersion } from "../mapping/earlier-version.ts";
import type { MappedOutcome } from "../mapping/mapped-outcome.ts";
import type { Sheet } from "../tables/table.ts";

/** Options of an import that the file itself does not contain. */
export interface ReadOptions {
  /** The key of the ecosystem to import into, for formats that do not name one. */
  ecosystem?: string | undefined;
  /** The name of the file. */
  name?: string | undefined;
  /** What the categories of a landscape are, where it is not what their names say. */
  categories?: readonly CategoryChoice[] | undefined;
  /** Whether records of an earlier import of this file, missing from it now, are removed (where the format can tell). */
  replaceFile?: boolean | undefined;
}

/** Result of a reader for one state of the stored ecosystem. */
export interface ReadInto {
  document: EcosystemDocument;
  warnings: ImportIssue[];
  account?: Account;
  /** What became of the rows, where the format goes through a mapping. */
  mapped?: MappedOutcome;
  /** Whether a stored record that the document lacks is removed. */
  isDropped?: (kind: RecordKind, identity: string) => boolean;
}

/** What a file of tables is called, and how it is shaped. */
export interface FileOrigin {
  /** The key of the file as evidence. */
  file: string;
  shape: string;
  /** Whether the mapping says that it is a newer version of what was imported under this name. */
  isNewerVersion: boolean;
}

/** Result of a reader. */
export interface ReadFile extends ReadInto {
  /** The categories of a landscape and how each was read. */
  categories?: LandscapeCategory[];
  /** Result for an ecosystem that is stored already, where it differs from the one for a new ecosystem. */
  into?: (stored: EcosystemDocument) => ReadInto;
  /** Of tables: the result for the ecosystem as it is stored, null where there is none. */
  mappedInto?: (stored: EcosystemDocument | null, merged: MergedKeys, earlier?: EarlierVersion | null) => ReadInto;
  /** Of tables: by what earlier versions of the file are known. */
  origin?: FileOrigin;
}

/** What an import format is called, and its files. */
interface NamedFormat {
  /** Value in the API's enum ImportFormat. */
  name: string;
  /** Description in the schema. */
  description: string;
  /** Extensions of its files, with the dot, in lower case. */
  endings: readonly string[];
  /** Whether a text is of this format, where formats share an ending. */
  isFormatOf?(text: string): boolean;
}

/** Import format of documents: one file each, and one line in the list (formats.ts). */
export interface Format extends NamedFormat {
  /** @throws UnreadableFile */
  read(content: string, options?: ReadOptions): ReadFile;
}

/** Import format of tables, whose rows become records by a mapping. */
export interface TableFormat extends NamedFormat {
  /** @throws UnreadableFile */
  sheets(bytes: Uint8Array): Sheet[] | Promise<Sheet[]>;
}
