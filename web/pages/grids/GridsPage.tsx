import { Button, Select, TextInput } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo, useRef } from "react";
import { saveFile } from "../../exports/save-file.ts";
import type { RecordKind } from "../../graphql/schema-types.ts";
import type { Grid } from "../../grids/model/grid.ts";
import type { GridFacts } from "../../grids/model/grid-facts.ts";
import { type GridChoice, gridChoices, matrixChoices, plainChoices } from "../../grids/model/grids.ts";
import { plainGridName } from "../../grids/model/question-place.ts";
import { RecordGrid } from "../../grids/RecordGrid.tsx";
import { useGridRecords } from "../../grids/use-grid-records.ts";
import { PrintHead } from "../../print/PrintHead.tsx";
import { count, today } from "../../shared/format.ts";
import { Empty, Failed } from "../../shared/States.tsx";
import { useMayEdit } from "../../shared/use-may-edit.ts";
import { recordKindWords } from "../../shared/words.ts";
import { assessmentView, claimView, usualView } from "./claim-view.ts";
import { GridTools } from "./GridTools.tsx";
import "./grids-page.css";

const route = getRouteApi("/e/$ecosystem/grids");

/** Grids in which facts are read and entered as in a spreadsheet. */
export default function GridsPage() {
  const { ecosystem } = route.useParams();
  const { date, grid: name, view: chosen, provider, q, row, column } = route.useSearch();
  const navigate = route.useNavigate();
  const isEditor = useMayEdit();
  const day = date ?? today();
  const choice = gridChoices.find((one) => one.name === name) ?? matrixChoices[0]!;
  const { facts, read, error, changes, submit, reload } = useGridRecords(ecosystem, choice.reads, day);
  // The usual view is that of the facts when the grid was opened: a claim that is entered must not change the grid.
  const opened = useRef<{ of: string; view: string } | null>(null);
  const of = `${ecosystem} ${choice.name} ${day}`;
  if (facts && opened.current?.of !== of) opened.current = { of, view: usualView(facts) };
  const view = chosen ?? (opened.current?.of === of ? opened.current.view : assessmentView);
  const grid = useMemo(
    () => facts && choice.build(facts, { view: claimView(view), provider: provider ?? null }),
    [facts, choice, view, provider],
  );
  const set = (change: Partial<ReturnType<typeof route.useSearch>>) =>
    navigate({ search: (before) => ({ ...before, row: undefined, column: undefined, ...change }), replace: true });
  const lacking = facts ? choice.needs.filter((kind) => facts.valid(kind).length === 0) : [];
  const isWithout = grid !== null && (lacking.length > 0 || (grid.rows.length === 0 && grid.newRow === null));
  return (
    <div className="page page-wide grids-page">
      <PrintHead ecosystem={ecosystem} />
      <div className="page-head">
        <div>
          <h1>Grids</h1>
          <p className="print-only">
            {choice.label}. Printed are the columns in sight on the screen; Save as CSV has all.
          </p>
          <p className="screen-only">
            {isEditor
              ? "Type, fill and paste as in a spreadsheet. An empty cell is unknown."
              : "An empty cell is unknown."}
          </p>
        </div>
        <div className="grids-tools">
          <Select
            size="xs"
            aria-label="Grid"
            className="grids-choice"
            data={[
              { group: "Who and what", items: itemsOf(matrixChoices) },
              { group: "All records of a kind", items: itemsOf(plainChoices) },
            ]}
            value={choice.name}
            allowDeselect={false}
            searchable
            onChange={(value) =>
              set({ grid: value === matrixChoices[0]!.name ? undefined : (value ?? undefined), q: undefined })
            }
          />
          {facts && <GridTools facts={facts} choice={choice.name} view={view} provider={provider} onChange={set} />}
          <TextInput
            size="xs"
            aria-label="Filter rows"
            placeholder="Filter rows"
            value={q ?? ""}
            onChange={(event) => set({ q: event.currentTarget.value || undefined })}
          />
          {grid && !isWithout && (
            <Button
              size="xs"
              variant="default"
              title="All rows of this grid, whatever is filtered"
              onClick={() => void saveGrid(grid, `${ecosystem}-${choice.name}-${day}.csv`)}
            >
              Save as CSV
            </Button>
          )}
        </div>
      </div>
      {error && <Failed part error={error} onRetry={reload} />}
      {!facts && !error && <p role="status">Loading records{read > 0 && ` (${read.toLocaleString("en-GB")})`}…</p>}
      {facts && isWithout && <Lacking {...{ facts, lacking, choice, onOpen: (grid: string) => set({ grid }) }} />}
      {grid && !isWithout && (
        <RecordGrid
          key={`${choice.name} ${view ?? ""} ${day}`}
          {...{ grid, isEditor, submit }}
          label={choice.label}
          filterText={q}
          draftName={`grid ${ecosystem} ${choice.name} ${view ?? ""}`}
          startRow={row}
          startColumn={column}
          flush={() => changes.queue.flush()}
        />
      )}
      {grid && !isWithout && (
        <p className="quiet">
          {count(grid.rows.length, "row")}, {count(grid.columns.length, "column")}.{" "}
          <Link to="/e/$ecosystem/table" params={{ ecosystem }}>
            Read as a table
          </Link>
          {isEditor && (
            <>
              {" · "}
              <Link to="/e/$ecosystem/setup" params={{ ecosystem }}>
                Set-up and checklist
              </Link>
            </>
          )}
        </p>
      )}
    </div>
  );
}

async function saveGrid(grid: Grid, name: string): Promise<void> {
  const { gridCsv } = await import("../../grids/model/grid-csv.ts");
  saveFile(gridCsv(grid), name, "text/csv;charset=utf-8");
}

const itemsOf = (choices: readonly GridChoice[]) => choices.map(({ name, label }) => ({ value: name, label }));

interface LackingProps {
  facts: GridFacts;
  lacking: readonly RecordKind[];
  choice: GridChoice;
  onOpen(grid: string): void;
}

/** Why the grid has no cells, and where the records that it needs are added. */
function Lacking({ lacking, choice, onOpen }: LackingProps) {
  const kinds: readonly RecordKind[] = lacking.length > 0 ? lacking : ["ACTORS"];
  const word = recordKindWords[kinds[0]!].word.toLowerCase();
  return (
    <Empty part title={lacking.length > 0 ? `No ${word} yet` : "No customers yet"}>
      <p>
        {lacking.length > 0
          ? `“${choice.label}” will appear here when there are ${kinds.map((kind) => recordKindWords[kind].word.toLowerCase()).join(" and ")}.`
          : `“${choice.label}” will appear here when there are actors of the kind Customer.`}
      </p>
      <button type="button" className="as-button" onClick={() => onOpen(plainGridName(kinds[0]!))}>
        Add {word}
      </button>
    </Empty>
  );
}
