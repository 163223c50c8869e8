import { Button, Select, TextInput } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { kinds as actorKinds } from "../../map/kinds.ts";
import { fieldText, fieldWords } from "../../shared/fields.ts";
import { count } from "../../shared/format.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { useAllRecords } from "../../shared/use-all-records.ts";
import { arrange } from "./arrange.ts";
import { recordKindTabs } from "./record-kinds.ts";
import "./table.css";

const route = getRouteApi("/e/$ecosystem/table");

/** Every record of one kind, sortable and filterable: the keyboard's and the screen reader's way to what the canvas shows. */
export default function TablePage() {
  const { ecosystem: key } = route.useParams();
  const { date, tab = "ACTORS", q = "", sort, down = false } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: object) => navigate({ search: (s) => ({ ...s, ...change }) as never, replace: true });
  const kind = recordKindTabs.find((entry) => entry.value === tab) ?? recordKindTabs[0]!;
  const { rows, total, fetching, error, more } = useAllRecords(key, kind.value);
  const shown = arrange(rows, { text: q, sort, down });
  const columns = kind.columns;
  return (
    <div className="page page-wide">
      <div className="page-head">
        <div>
          <h1>Table</h1>
          <p>
            {count(shown.length, "row")} of {total === null ? "…" : total.toLocaleString("en-GB")}
            {more && ", more are on the way"}
          </p>
        </div>
        <div className="table-tools">
          <Select
            size="xs"
            aria-label="Kind of record"
            data={recordKindTabs.map(({ value, label }) => ({ value, label }))}
            value={kind.value}
            allowDeselect={false}
            onChange={(value) => set({ tab: value === "ACTORS" ? undefined : value, sort: undefined, down: undefined })}
          />
          <TextInput
            size="xs"
            aria-label="Filter rows"
            placeholder="Filter rows"
            value={q}
            onChange={(event) => set({ q: event.currentTarget.value || undefined })}
          />
          {(q || sort) && (
            <Button size="xs" variant="subtle" onClick={() => set({ q: undefined, sort: undefined, down: undefined })}>
              Reset
            </Button>
          )}
        </div>
      </div>
      {error && <Failed part error={error} />}
      {fetching && rows.length === 0 && <Loading rows={12} />}
      {!fetching && !error && shown.length === 0 && (
        <Empty part title={rows.length === 0 ? `No ${kind.label.toLowerCase()} recorded` : "Nothing fits the filter"}>
          {rows.length === 0 ? "They will stand here once an imported document has some." : "Use fewer or other words."}
        </Empty>
      )}
      {shown.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe scrollable-region-focusable).
        <section className="table-scroll" tabIndex={0} aria-label={kind.label}>
          <table className="grid-table">
            <thead>
              <tr>
                {["label", ...columns].map((column) => {
                  const sorted = (sort ?? "label") === column;
                  return (
                    <th key={column} scope="col" aria-sort={sorted ? (down ? "descending" : "ascending") : "none"}>
                      <button
                        type="button"
                        className="sort"
                        onClick={() =>
                          set({ sort: column === "label" ? undefined : column, down: (sorted && !down) || undefined })
                        }
                      >
                        {column === "label" ? "Name" : fieldWords(column)}
                        <span aria-hidden>{sorted ? (down ? " ↓" : " ↑") : ""}</span>
                      </button>
                    </th>
                  );
                })}
                <th scope="col">Evidence</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Link
                      to="/e/$ecosystem/map"
                      params={{ ecosystem: key }}
                      search={{ ...(date && { date }), selected: row.id }}
                    >
                      {row.label}
                    </Link>
                  </th>
                  {columns.map((column) => (
                    <td key={column} className={typeof row.data[column] === "number" ? "number" : undefined}>
                      {column === "kinds" && Array.isArray(row.data.kinds)
                        ? row.data.kinds
                            .map((name) => actorKinds[name as keyof typeof actorKinds]?.label ?? name)
                            .join(", ")
                        : (fieldText(row.data[column]) ?? (
                            <span className="quiet" title="Not recorded">
                              –
                            </span>
                          ))}
                    </td>
                  ))}
                  <td className="quiet">{row.evidence.map((entry) => entry.title).join("; ") || "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
