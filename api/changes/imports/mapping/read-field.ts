import type { Field } from "../../../../cypher/model/field.ts";
import { type Cell, isEmpty, textOf } from "../tables/table.ts";
import { joinedParts, splitList } from "./lists.ts";
import type { FieldSource } from "./mapping.ts";
import { readValue } from "./read-value.ts";
import { isUnknown } from "./vocabulary.ts";

interface FieldReading {
  value: unknown;
  isEmpty: boolean;
  problems: { column: string | null; message: string }[];
}

/** The cells of a row by the names of their columns. */
export interface Cells {
  cell(column: string): Cell;
}

/**
 * Reads the cells of a row as the value of a field: one value, or a list.
 * @param isLiteral texts are taken as they are, as from an export
 */
export function readField(field: Field, source: FieldSource, row: Cells, isLiteral: boolean): FieldReading {
  const problems: FieldReading["problems"] = [];
  const filled: { column: string; cell: Cell }[] = [];
  for (const column of source.columns) {
    const cell = row.cell(column);
    const isNothing = isEmpty(cell) || (!isLiteral && field.type !== "name" && isUnknown(textOf(cell)));
    if (!isNothing) filled.push({ column, cell });
  }
  if (filled.length === 0) {
    if (source.constant === undefined) return { value: undefined, isEmpty: true, problems };
    const given = Array.isArray(source.constant) ? source.constant : [source.constant];
    filled.push(...given.map((cell) => ({ column: "", cell })));
    if (field.isList && field.type !== "parts")
      return { value: unique(filled.map(({ cell }) => constantValue(field, cell))), isEmpty: false, problems };
  }
  if (field.type === "parts") return readParts(field, filled, problems);
  const values: unknown[] = [];
  const entries = field.isList
    ? filled.flatMap(({ column, cell }) =>
        splitList(isLiteral ? String(cell) : textOf(cell), source.split).map(
          (entry): { column: string; cell: Cell } => ({ column, cell: entry }),
        ),
      )
    : filled.slice(0, 1);
  for (const { column, cell } of entries) {
    const reading = readValue(field, cell as Exclude<Cell, null>, source, isLiteral);
    if ("problem" in reading) problems.push({ column: column || null, message: reading.problem });
    else if (reading.value !== undefined) values.push(reading.value);
  }
  if (values.length === 0) return { value: undefined, isEmpty: false, problems };
  return { value: field.isList ? unique(values) : values[0], isEmpty: false, problems };
}

const unique = (values: unknown[]): unknown[] => [...new Set(values)];

function constantValue(field: Field, given: Cell): unknown {
  const reading = readValue(field, given as Exclude<Cell, null>, { columns: [] });
  return "value" in reading ? reading.value : given;
}

/** A list of objects, written as “first = second; …” with the names of the objects' two fields in order. */
function readParts(
  field: Field,
  filled: { column: string; cell: Cell }[],
  problems: FieldReading["problems"],
): FieldReading {
  const [first, second] = Object.entries(field.parts!);
  const values: Record<string, unknown>[] = [];
  for (const { column, cell } of filled)
    for (const [one, other] of joinedParts(textOf(cell))) {
      const [named, sized] = [
        readValue(first![1], one, { columns: [] }),
        readValue(second![1], other, { columns: [] }),
      ];
      if ("problem" in named) problems.push({ column, message: named.problem });
      else if ("problem" in sized) problems.push({ column, message: sized.problem });
      else values.push({ [first![0]]: named.value, [second![0]]: sized.value });
    }
  return { value: values.length > 0 ? values : undefined, isEmpty: false, problems };
}

/** Reads the cells of a row as a text of the ecosystem itself. */
export function readHead(source: FieldSource, row: Cells): FieldReading {
  const cell = source.columns.map((column) => row.cell(column)).find((found) => !isEmpty(found));
  return { value: cell === undefined ? undefined : textOf(cell), isEmpty: cell === undefined, problems: [] };
}
