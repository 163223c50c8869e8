import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { PrintHead } from "../../print/PrintHead.tsx";
import { FillLinks } from "../../shared/FillLinks.tsx";
import { count, formatDate, today } from "../../shared/format.ts";
import { PageSwitch, pageOf } from "../../shared/Pages.tsx";
import type { RecordRow } from "../../shared/records.graphql.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { useAllRecords } from "../../shared/use-all-records.ts";
import { recordKindWords } from "../../shared/words.ts";
import { arrange } from "./arrange.ts";
import { RecordTable } from "./RecordTable.tsx";
import { recordTabs } from "./record-tabs.ts";
import { SaveTable } from "./SaveTable.tsx";
import "./table.css";

const route = getRouteApi("/e/$ecosystem/table");

const isValid = ({ validity }: RecordRow): boolean => validity === "VALID";

/** Table of all records of one kind, sortable and filterable: keyboard and screen-reader access to what the canvas shows. */
export default function TablePage() {
  const { ecosystem: key } = route.useParams();
  const { date, tab = "ACTORS", q = "", sort = "name", down = false, inForce = false, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  // Paging restarts: a change of the filter or the order shows other rows.
  const set = (change: Partial<ReturnType<typeof route.useSearch>>) =>
    navigate({ search: (before) => ({ ...before, page: undefined, ...change }), replace: true });
  const { value: kind, columns } = recordTabs.find(({ value }) => value === tab) ?? recordTabs[0]!;
  const kindWord = recordKindWords[kind].word;
  const day = date ?? today();
  const { rows, total, fetching, error, more, again } = useAllRecords(key, kind, { asOf: day });
  const found = useMemo(
    () => arrange(inForce ? rows.filter(isValid) : rows, { kind, text: q, sort, down }),
    [rows, inForce, kind, q, sort, down],
  );
  const notInForce = rows.filter((row) => !isValid(row)).length;
  const { pages, at, shown, first, last } = pageOf(found, page);
  return (
    <div className="page page-wide">
      <PrintHead ecosystem={key} />
      <div className="page-head">
        <div>
          <h1>Table</h1>
          <p>
            {count(found.length, "row")} of {total === null ? "…" : total.toLocaleString("en-GB")}
            {more && ", loading more"}
            {pages > 1 && `, ${first}–${last} shown`}
            {notInForce > 0 &&
              `. ${count(notInForce, "record is", "records are")} not valid on ${formatDate(day)}${inForce ? " (hidden)" : ""}`}
            .
          </p>
        </div>
        <div className="table-tools">
          <Checkbox
            size="xs"
            label="Valid on this date only"
            checked={inForce}
            onChange={(event) => set({ inForce: event.currentTarget.checked || undefined })}
          />
          <Select
            size="xs"
            aria-label="Record kind"
            data={recordTabs.map(({ value }) => ({ value, label: recordKindWords[value].word }))}
            value={kind}
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
          <SaveTable ecosystem={key} kind={kind} />
          {(q || sort !== "name" || down || inForce) && (
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
        <Empty part title={rows.length === 0 ? `No ${kindWord.toLowerCase()} yet` : "No matching rows"}>
          {rows.length === 0 ? (
            <>
              <p>{kindWord} will appear here once they are recorded or imported.</p>
              <FillLinks ecosystem={key} step="actors" />
            </>
          ) : inForce ? (
            "Change the filter, choose another date, or turn off “Valid on this date only”."
          ) : (
            "Change or reset the filter."
          )}
        </Empty>
      )}
      {shown.length > 0 && (
        <RecordTable
          ecosystem={key}
          {...{ date, sort, down }}
          label={kindWord}
          kind={kind}
          columns={columns}
          rows={shown}
          onSort={(column) =>
            set({ sort: column === "name" ? undefined : column, down: (sort === column && !down) || undefined })
          }
        />
      )}
      <PageSwitch pages={pages} at={at} onPage={(to) => set({ page: to === 1 ? undefined : to })} />
    </div>
  );
}
