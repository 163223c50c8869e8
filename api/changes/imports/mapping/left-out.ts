import type { RecordKind } from "../../../../cypher/model/document.ts";
import { recordKindNames, recordKinds } from "../../../../cypher/model/record-kinds.ts";
import type { LeftOut } from "../tables/table.ts";
import type { ReadRows } from "./drafts.ts";
import type { Difference } from "./merge-record.ts";

/** A row of a record that an earlier row has made. */
export interface RepeatedRow {
  kind: RecordKind;
  /** It has other values than the earlier one. */
  isOther: boolean;
}

/** What of the rows is not taken: columns that the mapping leaves, rows that repeat a record, values that differ. */
export function leftOutOf(
  rows: readonly ReadRows[],
  repeatedRows: readonly RepeatedRow[],
  differences: readonly Difference[],
): LeftOut[] {
  const columns = rows
    .flatMap(({ unused }) => [...unused])
    .map(
      ([column, count]): LeftOut => ({
        what: `Column “${column}”`,
        count,
        reason: "The mapping takes nothing from it.",
      }),
    );
  const same = repeatedRows.filter(({ isOther }) => !isOther);
  const repeated = recordKindNames.flatMap((kind): LeftOut[] => {
    const count = same.filter((it) => it.kind === kind).length;
    return count === 0
      ? []
      : [
          {
            what: `Rows of the same ${recordKinds[kind].singular}`,
            count,
            reason: "They are one record: their lists are joined.",
          },
        ];
  });
  const kept = differences.filter(({ choice }) => choice === "KEEP");
  const byField = new Map<string, { count: number; first: Difference }>();
  for (const it of kept) {
    const name = `${recordKinds[it.kind].fields[it.field]!.label} of ${recordKinds[it.kind].plural}`;
    const known = byField.get(name);
    if (known) known.count++;
    else byField.set(name, { count: 1, first: it });
  }
  const conflicts = [...byField].map(
    ([what, { count, first }]): LeftOut => ({
      what,
      count,
      reason: `The stored value stays where the file has another one: ${first.key} has ${shown(first.stored)}, the file ${shown(first.file)}.`,
    }),
  );
  return [...columns, ...repeated, ...conflicts];
}

/** A value for a message. */
export const shown = (value: unknown): string =>
  typeof value === "string" ? `“${value.slice(0, 80)}”` : JSON.stringify(value).slice(0, 80);
