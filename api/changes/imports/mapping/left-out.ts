import type { RecordKind } from "../../../../cypher/model/document.ts";
import { recordKindNames, recordKinds } from "../../../../cypher/model/record-kinds.ts";
import type { ReadRows } from "./drafts.ts";
import type { Difference } from "./merge-record.ts";

/** Something of a file that is left out, counted by sort. */
export interface LeftOut {
  what: string;
  count: number;
  reason: string;
}

/** A row about a record of which an earlier row of the file speaks. */
export interface RepeatedRow {
  kind: RecordKind;
  /** Whether it says something else. */
  isOther: boolean;
}

/** What of a file's rows is not taken, by sort. */
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

/** A value in a message. */
export const shown = (value: unknown): string =>
  typeof value === "string" ? `“${value.slice(0, 80)}”` : JSON.stringify(value).slice(0, 80);
