import type { RecordKind } from "../../graphql/schema-types.ts";
import { fieldText } from "../../shared/fields.ts";
import type { RecordRow } from "../../shared/records.graphql.ts";

const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

/** Filter and sort: rows that contain every word of the text, by one field ("name" or a field of the record); absent values last. */
export function arrange(
  rows: readonly RecordRow[],
  { kind, text, sort, down }: { kind: RecordKind; text: string; sort: string | undefined; down: boolean },
): RecordRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = rows.filter((row) => {
    const texts = Object.entries(row.data).map(([name, value]) => fieldText(kind, name, value));
    const hay = [row.label, ...texts].join(" ").toLowerCase();
    return words.every((word) => hay.includes(word));
  });
  const fieldOf = (row: RecordRow): unknown => (sort === undefined || sort === "name" ? row.label : row.data[sort]);
  return matching.sort((left, right) => {
    const a = fieldOf(left);
    const b = fieldOf(right);
    if (a === undefined || a === null || b === undefined || b === null) {
      return Number(a === undefined || a === null) - Number(b === undefined || b === null);
    }
    const order = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
    return down ? -order : order;
  });
}
