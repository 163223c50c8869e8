import { Link } from "@tanstack/react-router";
import type { RecordRow } from "../../graphql/operations.ts";
import { kinds as actorKinds } from "../../map/model/kinds.ts";
import { fieldText, fieldWords } from "../../shared/fields.ts";
import { percent } from "../../shared/format.ts";
import type { Standing } from "../../shared/standing.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  /** What the rows are, for those who do not see them. */
  label: string;
  columns: readonly string[];
  rows: readonly RecordRow[];
  standing: ReadonlyMap<string, Standing>;
  /** "label" or a field of the record. */
  sort: string;
  down: boolean;
  onSort(column: string): void;
}

/** In a word why a row does not count on the day. */
const standingWords: Record<Exclude<Standing, "IN_FORCE">, string> = {
  NOT_YET: "not yet",
  ENDED: "ended",
  REPLACED: "replaced",
};

/** Records as rows: what does not count on the day stands back and says why. */
export function RecordTable({ ecosystem, date, label, columns, rows, standing, sort, down, onSort }: Props) {
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
            const is = standing.get(row.id) ?? "IN_FORCE";
            return (
              <tr key={row.id} data-standing={is}>
                <th scope="row">
                  <Link
                    to="/e/$ecosystem/map"
                    params={{ ecosystem }}
                    search={{ ...(date && { date }), selected: row.id }}
                  >
                    {row.label}
                  </Link>
                  {is !== "IN_FORCE" && <span className="standing"> {standingWords[is]}</span>}
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
