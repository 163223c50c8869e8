import type { AnyRecord, RecordKind } from "../../../../cypher/model/document.ts";
import type { LeftOut } from "../tables/table.ts";
import type { Skipped } from "./drafts.ts";
import type { NoLongerSaid } from "./earlier-version.ts";
import type { Match } from "./known-records.ts";
import type { Mapping } from "./mapping.ts";
import type { Difference } from "./merge-record.ts";

/** A column of a file, for a person who maps it. */
export interface SheetColumn {
  name: string;
  /** The first different values. */
  samples: string[];
  /** Of a column that the mapping reads as one value of several: the different ones, of which a person says what each means. */
  values: string[];
  filled: number;
}

/** A sheet of a file as a person sees it beside what it becomes. */
export interface SheetSummary {
  sheet: string | null;
  isHidden: boolean;
  headerRow: number;
  rows: number;
  above: string[];
  columns: SheetColumn[];
  /** What was not quite valid, and how it was read. */
  mended: { row: number; message: string }[];
}

/** What became of the rows of a file. */
export interface MappedOutcome {
  mapping: Mapping;
  /** Whether the mapping is the one with which a file of this shape was imported before. */
  isRemembered: boolean;
  /** Hash of the names of sheets and columns, by which the mapping is found again. */
  shape: string;
  sheets: SheetSummary[];
  matches: Match[];
  skipped: Skipped[];
  leftOut: LeftOut[];
  differences: Difference[];
  /** When another version of the file was imported last; null where none was. */
  earlierAt: string | null;
  /** What only earlier versions said, or they among others, and this one does not. */
  noLonger: NoLongerSaid[];
  /** The first records in words. */
  sample: string[];
  /** A record in words. */
  inWords: (kind: RecordKind, record: AnyRecord) => string;
}
