import { Link } from "@tanstack/react-router";
import type { RecordKind } from "../../graphql/schema-types.ts";
import type { DescribedField } from "../../shared/described-records.ts";
import { fieldText } from "../../shared/fields.ts";
import type { RecordRow } from "../../shared/records.graphql.ts";
import { validityWords } from "../../shared/words.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  /** Accessible name of the table. */
  label: string;
  kind: RecordKind;
  columns: readonly DescribedField[];
  rows: readonly RecordRow[];
  /** "name" or a field of the record. */
  sort: string;
  down: boolean;
  onSort(column: string): void;
}

/** What a record is called on screen; a field called name has no column beside it. */
const nameColumn = { name: "name", label: "Name", help: "The name of the record." };

/** Table of records; those not valid on the date are dimmed and say why. */
export function RecordTable({ ecosystem, date, label, kind, columns, rows, sort, down, onSort }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe scrollable-region-focusable).
    <section className="table-scroll" tabIndex={0} aria-label={label}>
      <table className="grid-table">
        <thead>
          <tr>
            {[nameColumn, ...columns].map(({ name, label, help }) => (
              <th key={name} scope="col" aria-sort={sort === name ? (down ? "descending" : "ascending") : "none"}>
                <button type="button" className="sort" title={help} onClick={() => onSort(name)}>
                  {label}
                  <span aria-hidden>{sort === name ? (down ? " ↓" : " ↑") : ""}</span>
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
                  {validity !== "VALID" && <span className="row-status"> {validityWords[validity].toLowerCase()}</span>}
                </th>
                {columns.map(({ name }) => (
                  <td key={name} className={typeof row.data[name] === "number" ? "number" : undefined}>
                    {fieldText(kind, name, row.data[name]) ?? (
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
