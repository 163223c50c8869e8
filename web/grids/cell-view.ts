import { describedKind } from "../shared/described-records.ts";
import type { JudgedDraft } from "./model/drafts.ts";
import type { Grid, GridColumn, GridRow } from "./model/grid.ts";
import type { GridRecord } from "./model/grid-facts.ts";

/** What a cell shows: a record's value, or the text that is to become one. */
export interface CellView {
  text: string;
  /** Records that it rests on; none of a text that is not stored. */
  records: readonly GridRecord[];
  locked: string | null;
  problem: string | null;
  /** Pasted or typed, and not stored. */
  isDraft: boolean;
}

export function viewOf(grid: Grid, draft: JudgedDraft | undefined, row: GridRow, column: GridColumn): CellView {
  const { text, records, locked } = grid.cell(row, column);
  if (!draft) return { text, records, locked, problem: null, isDraft: false };
  return { text: draft.text, records: [], locked, problem: draft.problem, isDraft: true };
}

/** Least confidence of the records of a cell; null where none is given. */
export function confidenceOf(records: readonly GridRecord[]): number | null {
  const given = records.flatMap(({ data }) => (typeof data.confidence === "number" ? [data.confidence] : []));
  return given.length === 0 ? null : Math.min(...given);
}

export const sourcesOf = (records: readonly GridRecord[]): number =>
  new Set(records.flatMap(({ data }) => (Array.isArray(data.evidence) ? data.evidence : []))).size;

/** Below this a value is marked as less sure. */
const sure = 0.6;

/** How far a cell's value is supported: by a source, by one of little confidence, or by none; null: no fact. */
export function supportOf(records: readonly GridRecord[]): "sourced" | "unsure" | "unsourced" | null {
  const [first] = records;
  if (!first || !describedKind(first.kind).isFact) return null;
  const confidence = confidenceOf(records);
  if (confidence !== null && confidence < sure) return "unsure";
  return sourcesOf(records) > 0 ? "sourced" : "unsourced";
}
