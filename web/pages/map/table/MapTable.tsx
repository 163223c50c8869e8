import { Checkbox, CloseButton, SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { ring } from "../../../map/canvas/highlight.ts";
import { count } from "../../../shared/format.ts";
import { PageSwitch, pageOf } from "../../../shared/Pages.tsx";
import { useMap, useMapActions, useMapState } from "../map-context.ts";
import { columns, nodeRows, relationRows, sorted, type TableRow } from "./columns.ts";
import "./map-table.css";

/** All that the map shows as rows: the same filter, the same selection, the same record open. */
export function MapTable() {
  const map = useMap();
  const { search, dispatch, selection } = map;
  const tab = search.table;
  const by = columns[tab ?? "nodes"].some(({ name }) => name === search.by) ? search.by! : "name";
  const { down = false } = search;
  const [page, setPage] = useState(1);
  const rows = useMemo(
    () => (tab ? sorted(tab === "nodes" ? nodeRows(selection, search) : relationRows(selection), by, down) : []),
    [tab, selection, search, by, down],
  );
  if (!tab) return null;
  const { pages, at, shown, first, last } = pageOf(rows, page);
  return (
    <section className="map-table" aria-label="Table of the map">
      <header className="map-table-head">
        <SegmentedControl
          size="xs"
          aria-label="Table content"
          value={tab}
          data={[
            { value: "nodes", label: "Nodes" },
            { value: "relations", label: "Relations" },
          ]}
          onChange={(table) => {
            setPage(1);
            dispatch(`Table of ${table}`, { table, by: undefined, down: undefined });
          }}
        />
        <p className="quiet">
          {count(rows.length, tab === "nodes" ? "node" : "relation")}
          {pages > 1 && `, ${first}–${last} shown`}
        </p>
        <PageSwitch pages={pages} at={at} onPage={setPage} />
        <CloseButton
          size="sm"
          ml="auto"
          aria-label="Close the table"
          onClick={() => dispatch("Close the table", { table: undefined, by: undefined, down: undefined })}
        />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a cluster that scrolls must be reachable by keyboard (axe scrollable-region-focusable). */}
      <section className="map-table-scroll" tabIndex={0} aria-label="Rows">
        <table className="grid-table">
          <thead>
            <tr>
              {tab === "nodes" && <SelectAll rows={rows} />}
              {columns[tab].map((column) => {
                const isBy = by === column.name;
                return (
                  <th
                    key={column.name}
                    scope="col"
                    className={column.number ? "number" : undefined}
                    aria-sort={isBy ? (down ? "descending" : "ascending") : "none"}
                  >
                    <button
                      type="button"
                      className="sort"
                      onClick={() =>
                        dispatch(`Sort by ${column.label.toLowerCase()}`, {
                          by: column.name === "name" ? undefined : column.name,
                          down: (isBy && !down) || undefined,
                        })
                      }
                    >
                      {column.label}
                      <span aria-hidden>{isBy ? (down ? " ↓" : " ↑") : ""}</span>
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.id} row={row} tab={tab} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="quiet map-table-none">No rows. Remove filter conditions to see more.</p>}
      </section>
    </section>
  );
}

function SelectAll({ rows }: { rows: readonly TableRow[] }) {
  const { search } = useMapState();
  const { choose } = useMapActions();
  const many = new Set(search.many);
  const all = rows.length > 0 && rows.every(({ record }) => many.has(record));
  return (
    <td className="map-table-check">
      <Checkbox
        size="xs"
        aria-label="Select all rows"
        checked={all}
        indeterminate={!all && many.size > 0}
        onChange={() => choose(all ? [] : rows.map(({ record }) => record), "replace")}
      />
    </td>
  );
}

function Row({ row, tab }: { row: TableRow; tab: "nodes" | "relations" }) {
  const { search, canvas } = useMapState();
  const { choose, select } = useMapActions();
  const { record, name, cells } = row;
  const isMany = search.many?.includes(record) ?? false;
  const onFocus = () => canvas && ring(canvas, record);
  const onBlur = () => canvas && ring(canvas, null);
  return (
    <tr data-open={search.selected === record || undefined} onFocus={onFocus} onBlur={onBlur}>
      {tab === "nodes" && (
        <td className="map-table-check">
          <Checkbox
            size="xs"
            aria-label={`Select ${name}`}
            checked={isMany}
            onChange={() => choose([record], "toggle")}
          />
        </td>
      )}
      {columns[tab].map((column, i) => {
        const found = cells[column.name];
        const text = found ? (
          <bdi key="text">{found.text}</bdi>
        ) : (
          <span key="none" title="Not recorded">
            –
          </span>
        );
        return i === 0 ? (
          <th key={column.name} scope="row">
            <button type="button" className="text-button" onClick={() => select(record)}>
              {text}
            </button>
          </th>
        ) : (
          <td key={column.name} className={column.number ? "number" : undefined}>
            {text}
          </td>
        );
      })}
    </tr>
  );
}
