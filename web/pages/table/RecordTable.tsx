import { Link } from "@tanstack/react-router";
import { kinds as actorKinds } from "../../map/model/kinds.ts";
import { fieldText, fieldWords } from "../../shared/fields.ts";
import { percent } from "../../shared/format.ts";
import type { RecordRow } from "../../shared/records.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  /** Accessible name of the table. */
  label: string;
  columns: readonly string[];
  rows: readonly RecordRow[];
  /** "label" or a field of the record. */
  sort: string;
  down: boolean;
  onSort(column: string): void;
}

/** Why a record is not valid on the date. */
const validityWords: Record<Exclude<RecordRow["validity"], "VALID">, string> = {
  NOT_YET_VALID: "not yet valid",
  ENDED: "ended",
  REPLACED: "replaced",
};

/** Table of records; those not valid on the date are dimmed and say why. */
export function RecordTable({ ecosystem, date, label, columns, rows, sort, down, onSort }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe scrollable-region-focusable).
    <section className="table-scroll" tabIndex={0} aria-label={label}>
      <table className="grid-table">
        <thead>
          <tr>
            {["label", ...columns].map((column) => (
              <th key={column} scope="col" aria-sort={sort === column ? (down ? "descending" : "ascending") : "none"}>
                <button type="button" className="sort" onClick={() => onSort(column)}>
                  {column === "label" ? "Name" : fieldWords(column)}
                  <span aria-hidden>{sort === column ? (down ? " ↓" : " ↑") : ""}</span>
                </button>
              </th>
            ))}
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { validity } = row;
            return (
              <tr key={row.id} data-status={validity}>
                <th scope="row">
                  <Link
                    to="/e/$ecosystem/map"
                    params={{ ecosystem }}
                    search={{ ...(date && { date }), selected: row.id }}
                  >
                    {row.label}
                  </Link>
                  {validity !== "VALID" && <span className="row-status"> {validityWords[validity]}</span>}
                </th>
                {columns.map((column) => (
                  <td key={column} className={typeof row.data[column] === "number" ? "number" : undefined}>
                    {cellText(column, row.data[column]) ?? (
                      <span className="quiet" title="Not recorded">
                        –
                      </span>
                    )}
                  </td>
                ))}
                <td className="quiet">{row.evidence.map((entry) => entry.title).join("; ") || "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function cellText(column: string, value: unknown): string | null {
  if (column === "kinds" && Array.isArray(value))
    return value.map((name) => actorKinds[name as keyof typeof actorKinds]?.label ?? name).join(", ");
  if (column === "confidence" && typeof value === "number") return percent(value);
  return fieldText(value, column);
}
