import type { EcosystemDocument, RecordKind } from "../../../../cypher/model/document.ts";
import type { ImportIssue } from "../issue.ts";
import type { Account } from "../landscape/account.ts";
import type { CategoryChoice, LandscapeCategory } from "../landscape/categories.ts";

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
  /** Whether a stored record that the document lacks is removed. */
  isDropped?: (kind: RecordKind, identity: string) => boolean;
}

/** Result of a reader. */
export interface ReadFile extends ReadInto {
  /** The categories of a landscape and how each was read. */
  categories?: LandscapeCategory[];
  /** Result for an ecosystem that is stored already, where it differs from the one for a new ecosystem. */
  into?: (stored: EcosystemDocument) => ReadInto;
}

/** Import format: one file each, and one line in the list (formats.ts). */
export interface Format {
  /** Value in the API's enum ImportFormat. */
  name: string;
  /** Description in the schema. */
  description: string;
  /** Extensions of its files, with the dot, in lower case. */
  endings: readonly string[];
  /** @throws UnreadableFile */
  read(content: string, options?: ReadOptions): ReadFile;
}
