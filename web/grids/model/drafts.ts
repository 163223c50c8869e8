import { type EditIssue, kindOfEdit, type RecordEdit } from "../../changes/record-edits.ts";
import { describedKind } from "../../shared/described-records.ts";
import {
  type CellChange,
  collectEdits,
  type Grid,
  type GridColumn,
  type GridRow,
  headingOf,
  type Reading,
} from "./grid.ts";

/** A text in a cell that is not stored: pasted and not confirmed, wrong, or of a new record that is not complete. */
export interface Draft {
  text: string;
  isPasted: boolean;
  /** Why the API has refused it. */
  refusal?: string;
}

/** By cell. */
export type Drafts = ReadonlyMap<string, Draft>;

export const cellName = (row: GridRow, column: GridColumn): string => `${row.key}\t${column.key}`;
const rowKeyOf = (cell: string): string => cell.slice(0, cell.indexOf("\t"));
const columnKeyOf = (cell: string): string => cell.slice(cell.indexOf("\t") + 1);

export interface JudgedDraft extends Draft {
  reading: Reading;
  /** What is wrong with it, in words; null where it can be stored. */
  problem: string | null;
}

/** Rows and columns of a grid by key, with the rows for new records that drafts stand in. */
export class GridPlaces {
  readonly rows: readonly GridRow[];
  readonly #rowsByKey: ReadonlyMap<string, GridRow>;
  readonly #columnsByKey: ReadonlyMap<string, GridColumn>;

  constructor(
    readonly grid: Grid,
    drafts: Drafts,
    filter: (row: GridRow) => boolean = () => true,
  ) {
    const added: GridRow[] = [];
    if (grid.newRow) {
      const used = new Set([...drafts.keys()].map(rowKeyOf));
      let last = -1;
      // Numbers of new rows: those with drafts, and an empty one below them.
      for (const key of used) {
        const at = Number(/^new (\d+)$/.exec(key)?.[1] ?? -1);
        if (at > last) last = at;
      }
      for (let at = 0; at <= last + 1; at++) added.push(grid.newRow(at));
    }
    this.rows = [...grid.rows.filter(filter), ...added];
    this.#rowsByKey = new Map([...grid.rows, ...added].map((row) => [row.key, row]));
    this.#columnsByKey = new Map(grid.columns.map((column) => [column.key, column]));
  }

  /** The row and column of a cell; null where the grid has no such cell any more. */
  of(cell: string): { row: GridRow; column: GridColumn } | null {
    const row = this.#rowsByKey.get(rowKeyOf(cell));
    const column = this.#columnsByKey.get(columnKeyOf(cell));
    return row && column ? { row, column } : null;
  }
}

/** What each draft says now: facts may have changed since it was typed. */
export function judge(places: GridPlaces, drafts: Drafts): ReadonlyMap<string, JudgedDraft> {
  const judged = new Map<string, JudgedDraft>();
  for (const [cell, draft] of drafts) {
    const place = places.of(cell);
    if (!place) continue;
    const { locked } = places.grid.cell(place.row, place.column);
    const reading: Reading = locked ? { problem: locked } : places.grid.read(place.row, place.column, draft.text);
    judged.set(cell, { ...draft, reading, problem: "problem" in reading ? reading.problem : (draft.refusal ?? null) });
  }
  return judged;
}

export interface Plan {
  edits: RecordEdit[];
  /** The cells of each edit. */
  cells: { name: string; change: CellChange }[][];
  /** What new records still need, by the key of their row. */
  missing: ReadonlyMap<string, string>;
}

/** The edits that some cells make together, each with its cells, so that an error is told where it was typed. */
export function planEdits(grid: Grid, readings: ReadonlyMap<string, Reading>): Plan {
  const changes = [...readings].flatMap(([name, reading]) =>
    "problem" in reading ? [] : reading.changes.map((change) => ({ name, change })),
  );
  const { edits, missing } = collectEdits(
    changes.map(({ change }) => change),
    grid.finish,
  );
  const byTarget = new Map<string, { name: string; change: CellChange }[]>();
  for (const entry of changes) {
    const target = targetOfChange(entry.change);
    if (entry.change.does === "create" && missing.has(entry.change.slot)) continue;
    byTarget.set(target, [...(byTarget.get(target) ?? []), entry]);
  }
  // Edits come in the order in which their first cell does, new records before the others.
  const groups = [...byTarget.values()];
  const created = groups.filter(([first]) => first!.change.does === "create");
  const others = groups.filter(([first]) => first!.change.does !== "create");
  return { edits, missing, cells: [...created, ...others] };
}

const targetOfChange = (change: CellChange): string =>
  change.does === "create" ? `new ${change.kind} ${change.slot}` : `${change.record.kind} ${change.record.key}`;

/** Messages of refused edits by cell: at the cell that set the field, or at all cells of the record. */
export function refusalsByCell(issues: readonly EditIssue[], cells: Plan["cells"]): ReadonlyMap<string, string> {
  const messages = new Map<string, string>();
  for (const { edit, field, message } of issues) {
    const groups = edit === null ? cells : [cells[edit] ?? []];
    const name = field?.split("/")[0];
    for (const group of groups) {
      const own = group.filter(({ change }) => change.does !== "delete" && name !== undefined && name in change.fields);
      for (const cell of own.length > 0 ? own : group)
        messages.set(cell.name, [messages.get(cell.name), message].filter(Boolean).join(" "));
    }
  }
  return messages;
}

/** What a change is called in menus and in the log. */
export function labelOfEdits(places: GridPlaces, cells: Plan["cells"], edits: readonly RecordEdit[]): string {
  const names = new Set(cells.flat().map(({ name }) => name));
  const place = names.size === 1 ? places.of([...names][0]!) : null;
  if (place) {
    const { row, column } = place;
    const kind = kindOfEdit(edits[0]!);
    return row.isNew ? `Add ${describedKind(kind).singular}` : `Change ${row.label} – ${headingOf(column)}`;
  }
  return `Change ${names.size.toLocaleString("en-GB")} cells`;
}
