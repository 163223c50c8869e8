import { useCallback, useMemo, useRef } from "react";
import { maxChanges } from "../changes/batches.ts";
import type { Outcome, SubmitOptions } from "../changes/outcome.ts";
import { fieldsAfter, identityOf, notStored, type RecordEdit } from "../changes/record-edits.ts";
import { useDraft } from "../fields/use-draft.ts";
import { useIsThere } from "../shared/use-is-there.ts";
import {
  cellName,
  type Draft,
  type Drafts,
  GridPlaces,
  judge,
  labelOfEdits,
  type Plan,
  planEdits,
  refusalsByCell,
} from "./model/drafts.ts";
import type { Grid, GridColumn, GridRow, Reading } from "./model/grid.ts";

export interface EnteredText {
  row: GridRow;
  column: GridColumn;
  text: string;
}

/** Typed and filled cells are stored at once; a pasted block waits for the person's word. */
export type Way = "typed" | "pasted";

interface Props {
  grid: Grid;
  /** Rows that the filter leaves. */
  filter: (row: GridRow) => boolean;
  /** Name under which texts that are not stored are kept through a reload. */
  draftName: string;
  submit(edits: readonly RecordEdit[], options: SubmitOptions): Promise<Outcome>;
  /** Resolves when nothing is on its way any more. */
  flush(): Promise<void>;
}

/** What is entered in a grid: texts are read, stored in batches, and kept with their errors where they are wrong. */
export function useGridEdits({ grid, filter, draftName, submit, flush }: Props) {
  const { draft: kept, keep } = useDraft<[string, Draft][]>(draftName);
  const drafts: Drafts = useMemo(() => new Map(kept ?? []), [kept]);
  const places = useMemo(() => new GridPlaces(grid, drafts, filter), [grid, drafts, filter]);
  const judged = useMemo(() => judge(places, drafts), [places, drafts]);
  const missing = useMemo(
    () => planEdits(grid, new Map([...judged].map(([name, { reading }]) => [name, reading]))).missing,
    [grid, judged],
  );
  const isThere = useIsThere();
  // The newest drafts and places for what is decided after an answer has come.
  const now = useRef({ drafts, places, grid });
  now.current = { drafts, places, grid };

  const setDrafts = useCallback(
    (change: (drafts: Map<string, Draft>) => void) => {
      const next = new Map(now.current.drafts);
      change(next);
      now.current = { ...now.current, drafts: next };
      keep(next.size === 0 ? null : [...next]);
    },
    [keep],
  );

  const send = useCallback(
    async (plan: Plan, texts: ReadonlyMap<string, Draft>): Promise<void> => {
      let { edits, cells } = plan;
      const isAfterCreation = edits.some(isOnlyAfterCreation);
      if (isAfterCreation) {
        const own = cells.flat().flatMap(({ name }) => {
          const text = texts.get(name);
          return text ? [[name, text] as const] : [];
        });
        // Drafts are being changed where this is called from.
        await null;
        setDrafts((next) => {
          for (const [name, text] of own) next.set(name, text);
        });
        await flush();
        setDrafts((next) => {
          for (const [name, text] of own) if (next.get(name) === text) next.delete(name);
        });
        const { places, grid } = now.current;
        const again = new Map<string, Reading>();
        for (const [name, { text }] of texts) {
          const place = places.of(name);
          if (place) again.set(name, grid.read(place.row, place.column, text));
        }
        ({ edits, cells } = planEdits(grid, again));
      }
      for (let from = 0; from < edits.length; from += maxChanges) {
        const part = edits.slice(from, from + maxChanges);
        const some = isAfterCreation ? part : part.map(asCreation);
        const own = cells.slice(from, from + maxChanges);
        const label = labelOfEdits(now.current.places, own, some);
        const outcome = await submit(some, { label, now: edits.length > 1, showsErrors: isThere });
        if (outcome.kind !== "refused" || !isThere()) continue;
        const refusals = refusalsByCell(outcome.issues, own);
        // Texts that were refused come back to their cells.
        setDrafts((next) => {
          for (const { name } of own.flat()) {
            const text = texts.get(name);
            const refusal = refusals.get(name);
            if (text && !next.has(name)) next.set(name, { ...text, ...(refusal !== undefined && { refusal }) });
          }
        });
      }
    },
    [submit, flush, setDrafts, isThere],
  );

  const enter = useCallback(
    (texts: readonly EnteredText[], way: Way) => {
      const readings = new Map<string, Reading>();
      const entered = new Map<string, Draft>();
      const waiting = way === "pasted" && texts.length > 1;
      setDrafts((next) => {
        for (const { row, column, text } of texts) {
          const name = cellName(row, column);
          const { locked, text: shown } = grid.cell(row, column);
          if (locked && (text.trim() === "" || text.trim() === shown)) continue;
          const reading: Reading = locked ? { problem: locked } : grid.read(row, column, text);
          next.delete(name);
          if ("changes" in reading && reading.changes.length === 0) continue;
          entered.set(name, { text, isPasted: waiting });
          readings.set(name, reading);
          const isCreation = "changes" in reading && row.isNew === true;
          if (waiting || "problem" in reading || isCreation) next.set(name, { text, isPasted: waiting });
        }
        if (waiting) return;
        // A new record is stored as soon as it is complete, with what was typed of it before.
        const rows = new Set(texts.filter(({ row }) => row.isNew).map(({ row }) => row.key));
        for (const [name, draft] of next) {
          const place = rows.size > 0 && !readings.has(name) ? now.current.places.of(name) : null;
          if (!place || !rows.has(place.row.key)) continue;
          readings.set(name, grid.read(place.row, place.column, draft.text));
          entered.set(name, draft);
        }
        const plan = planEdits(grid, readings);
        for (const { name } of plan.cells.flat()) next.delete(name);
        if (plan.edits.length > 0) void send(plan, entered);
      });
    },
    [grid, setDrafts, send],
  );

  /** Stores what is right of a pasted block; what is wrong stays, with its errors. */
  const store = useCallback(() => {
    const fine = [...judge(now.current.places, now.current.drafts)].filter(([, { problem }]) => problem === null);
    const plan = planEdits(grid, new Map(fine.map(([name, { reading }]) => [name, reading])));
    const stored = new Set([
      ...plan.cells.flat().map(({ name }) => name),
      // Nothing is to be done for texts that say what is recorded already.
      ...fine.flatMap(([name, { reading }]) => ("changes" in reading && reading.changes.length === 0 ? [name] : [])),
    ]);
    const texts = new Map(fine.map(([name, { text, isPasted }]) => [name, { text, isPasted }]));
    setDrafts((next) => {
      for (const name of stored) next.delete(name);
      for (const [name, draft] of next) next.set(name, { ...draft, isPasted: false });
    });
    if (plan.edits.length > 0) void send(plan, texts);
  }, [grid, setDrafts, send]);

  const discard = useCallback(() => setDrafts((next) => next.clear()), [setDrafts]);
  return { places, judged, missing, enter, store, discard };
}

/**
 * Whether an edit can follow the creation of its record only: it deletes it, or changes what it is told by, so that a
 * second creation would make a second record.
 */
const isOnlyAfterCreation = (edit: RecordEdit): boolean => {
  if (edit.does === "create" || edit.record.version !== notStored) return false;
  const after = fieldsAfter(edit);
  return after === null || identityOf(edit.record.kind, after) !== edit.record.key;
};

/** A record whose creation is on its way is created once more: the two join, or the second follows as an update. */
const asCreation = (edit: RecordEdit): RecordEdit =>
  edit.does === "update" && edit.record.version === notStored
    ? { does: "create", kind: edit.record.kind, fields: { ...edit.record.data, ...edit.fields } }
    : edit;
