import type { EcosystemDocument, RecordKind } from "../../../../cypher/model/document.ts";
import type { ImportIssue } from "../issue.ts";
import type { Account } from "../landscape/account.ts";
import type { CategoryChoice, LandscapeCategory } from "../landscape/categories.ts";

/** How to read a file, beside what it says itself. */
export interface ReadOptions {
  /** The key of the ecosystem to import into, for formats that do not name one. */
  ecosystem?: string | undefined;
  /** The name of the file. */
  name?: string | undefined;
  /** What the categories of a landscape are, where it is not what their names say. */
  categories?: readonly CategoryChoice[] | undefined;
  /** Whether the file takes the place of what it said earlier, where the format can tell. */
  replaceFile?: boolean | undefined;
}

/** What a file means for the ecosystem that is stored. */
export interface ReadInto {
  document: EcosystemDocument;
  warnings: ImportIssue[];
  account?: Account;
  /** Whether a stored record that the document lacks is removed. */
  isDropped?: (kind: RecordKind, identity: string) => boolean;
}

/** What a reader makes of a file. */
export interface ReadFile extends ReadInto {
  /** The categories of a landscape and how each was read. */
  categories?: LandscapeCategory[];
  /** What the file means for an ecosystem that is stored already, where that is something else. */
  into?: (stored: EcosystemDocument) => ReadInto;
}

/** Import format: one file each, and one line in the list (formats.ts). */
export interface Format {
  /** As the API calls it. */
  name: string;
  /** In words, for who reads the schema. */
  description: string;
  /** Endings of its files, with the dot, in lower case. */
  endings: readonly string[];
  /** @throws UnreadableFile */
  read(content: string, options?: ReadOptions): ReadFile;
}
