import type { Fields } from "../../changes/record-edits.ts";
import { asTyped, type CellChange, type Grid, type GridColumn, type GridRow, lockedCell } from "./grid.ts";
import type { GridFacts, GridRecord } from "./grid-facts.ts";
import { rowsOf, wordsOfEnum } from "./matrices.ts";
import { creation, fieldOf, Joined, noChange } from "./matrix.ts";
import { cellText, readValue } from "./read-value.ts";

const type = fieldOf("RELATIONS", "type");
const typeWords = wordsOfEnum("RelationType");
/** Several relations may join two actors: a cell takes a list of types. */
const types = { ...type, isList: true, isRequired: false };

/** Types whose direction has no meaning: they stand in both cells of a pair. */
const undirected: ReadonlySet<unknown> = new Set(["PARTNERS_WITH", "COMPETES_WITH"]);

const directed = ({ from, to }: Fields): string => `${from}|${to}`;

/** How each actor of a row is related to the actor of a column. */
export function relationsGrid(facts: GridFacts): Grid {
  const actors = facts.valid("ACTORS");
  const rows = rowsOf(actors);
  const columns = actors.map(
    ({ key, label }): GridColumn => ({
      key,
      label,
      help: `How the actor of the row is related to ${label}: ${typeWords.join(", ")}; several with a semicolon.`,
      suggestions: typeWords,
      width: 132,
    }),
  );
  const joined = new Joined(facts, "RELATIONS", directed);
  const recordsAt = (row: GridRow, column: GridColumn): GridRecord[] => [
    ...joined.at(`${row.key}|${column.key}`),
    ...joined.at(`${column.key}|${row.key}`).filter(({ data }) => undirected.has(data.type)),
  ];
  const textOf = (records: readonly GridRecord[]) =>
    [...new Set(records.map(({ data }) => cellText(facts, type, data.type)))].join("; ");
  return {
    corner: "From",
    rows,
    columns,
    newRow: null,
    finish: asTyped,
    cell: (row, column) => {
      if (row.key === column.key) return lockedCell("", "An actor has no relation to itself.");
      const records = recordsAt(row, column);
      return { text: textOf(records), records, locked: null };
    },
    read: (row, column, text) => {
      const records = recordsAt(row, column);
      const read = readValue(facts, types, text);
      if ("problem" in read) return read;
      const wanted = (read.value ?? []) as string[];
      const changes: CellChange[] = records
        .filter(({ data }) => !wanted.includes(String(data.type)))
        .map((record) => ({ does: "delete", record }));
      for (const one of wanted) {
        if (records.some(({ data }) => data.type === one)) continue;
        changes.push(creation(facts, "RELATIONS", { from: row.key, to: column.key, type: one }));
      }
      return changes.length === 0 ? noChange : { changes };
    },
  };
}
