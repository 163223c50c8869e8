import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { count, formatDate, today } from "../../shared/format.ts";
import { PageSwitch, pageOf } from "../../shared/Pages.tsx";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { standings } from "../../shared/standing.ts";
import { useAllRecords } from "../../shared/use-all-records.ts";
import { arrange } from "./arrange.ts";
import { RecordTable } from "./RecordTable.tsx";
import { recordKindTabs } from "./record-kinds.ts";
import "./table.css";

const route = getRouteApi("/e/$ecosystem/table");

/** Every record of one kind, sortable and filterable: the keyboard's and the screen reader's way to what the canvas shows. */
export default function TablePage() {
  const { ecosystem: key } = route.useParams();
  const { date, tab = "ACTORS", q = "", sort = "label", down = false, inForce = false, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  // Other rows begin at their first page.
  const set = (change: Partial<ReturnType<typeof route.useSearch>>) =>
    navigate({ search: (before) => ({ ...before, page: undefined, ...change }), replace: true });
  const kind = recordKindTabs.find((entry) => entry.value === tab) ?? recordKindTabs[0]!;
  const { rows, total, fetching, error, more, again } = useAllRecords(key, kind.value);
  const day = date ?? today();
  const standing = useMemo(() => standings(kind.value, rows, day), [kind, rows, day]);
  const found = useMemo(
    () => arrange(inForce ? rows.filter(({ id }) => standing.get(id) === "IN_FORCE") : rows, { text: q, sort, down }),
    [rows, inForce, standing, q, sort, down],
  );
  const aside = rows.length - [...standing.values()].filter((is) => is === "IN_FORCE").length;
  const { pages, at, shown, first, last } = pageOf(found, page);
  return (
    <div className="page page-wide">
      <div className="page-head">
        <div>
          <h1>Table</h1>
          <p>
            {count(found.length, "row")} of {total === null ? "…" : total.toLocaleString("en-GB")}
            {more && ", more are on the way"}
            {pages > 1 && `, ${first}–${last} shown`}
            {aside > 0 &&
              `. By their own dates ${aside.toLocaleString("en-GB")} ${aside === 1 ? "does" : "do"} not count on ${formatDate(day)}${inForce ? " and are left out" : ""}`}
            .
          </p>
        </div>
        <div className="table-tools">
          <Checkbox
            size="xs"
            label="In force only"
            checked={inForce}
            onChange={(event) => set({ inForce: event.currentTarget.checked || undefined })}
          />
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
          {(q || sort !== "label" || down || inForce) && (
            <Button
              size="xs"
              variant="subtle"
              onClick={() => set({ q: undefined, sort: undefined, down: undefined, inForce: undefined })}
            >
              Reset
            </Button>
          )}
        </div>
      </div>
      {error && <Failed part error={error} onRetry={again} />}
      {fetching && rows.length === 0 && <Loading rows={12} />}
      {!fetching && !error && found.length === 0 && (
        <Empty part title={rows.length === 0 ? `No ${kind.label.toLowerCase()} recorded` : "Nothing fits the filter"}>
          {rows.length === 0
            ? "They will stand here once an imported document has some."
            : inForce
              ? "Use fewer or other words, choose another date, or show what is not in force too."
              : "Use fewer or other words."}
        </Empty>
      )}
      {shown.length > 0 && (
        <RecordTable
          ecosystem={key}
          {...{ date, standing, sort, down }}
          label={kind.label}
          columns={kind.columns}
          rows={shown}
          onSort={(column) =>
            set({ sort: column === "label" ? undefined : column, down: (sort === column && !down) || undefined })
          }
        />
      )}
      <PageSwitch pages={pages} at={at} onPage={(to) => set({ page: to === 1 ? undefined : to })} />
    </div>
  );
}
