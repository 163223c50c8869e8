import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { PrintHead } from "../../print/PrintHead.tsx";
import { count, timeZone } from "../../shared/format.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { useIsNarrow } from "../../shared/use-is-narrow.ts";
import { ChangeFilters } from "./ChangeFilters.tsx";
import { ChangeList } from "./ChangeList.tsx";
import { ChangeTable } from "./ChangeTable.tsx";
import { type ChangeFilter, isFiltered } from "./change-filter.ts";
import { useChangeLog } from "./use-change-log.ts";
import "./changes.css";

const route = getRouteApi("/e/$ecosystem/changes");

/** Change log: who changed what, when and why, newest first; each entry expands to its records. */
export default function ChangesPage() {
  const { ecosystem } = route.useParams();
  const { who, kind, from, to } = route.useSearch();
  const navigate = route.useNavigate();
  const filter: ChangeFilter = { ...(who && { who }), ...(kind && { kind }), ...(from && { from }), ...(to && { to }) };
  return (
    <div className="page">
      <PrintHead ecosystem={ecosystem} />
      <div className="page-head">
        <h1>Changes</h1>
      </div>
      <ChangeFilters
        key={ecosystem}
        filter={filter}
        onFilter={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
      />
      <ChangeLog key={JSON.stringify([ecosystem, filter])} ecosystem={ecosystem} filter={filter} />
    </div>
  );
}

const all: ChangeFilter = {};

export function ChangeLog({ ecosystem, filter = all }: { ecosystem: string; filter?: ChangeFilter }) {
  const isNarrow = useIsNarrow();
  const { entries, revision, error, fetching, again, isAll, older } = useChangeLog(ecosystem, filter);
  if (error) return <Failed part error={error} onRetry={again} />;
  if (fetching) return <Loading rows={8} />;
  if (entries.length === 0) {
    if (isFiltered(filter))
      return (
        <Empty part title="No such changes">
          No change matches the filters.
        </Empty>
      );
    return (
      <Empty part title="No changes yet">
        Imports and edits will be listed here, with their author and date.
      </Empty>
    );
  }
  const Entries = isNarrow ? ChangeList : ChangeTable;
  return (
    <>
      <p className="quiet">
        {isAll ? count(entries.length, "change") : `Latest ${count(entries.length, "change")}`} · revision {revision} ·
        times in your time zone, {timeZone()}
      </p>
      <Entries ecosystem={ecosystem} entries={entries} />
      {older.error && <Failed part error={older.error} onRetry={older.read} />}
      {!isAll && !older.error && (
        <Button variant="default" size="xs" className="older-changes" loading={older.fetching} onClick={older.read}>
          Show older changes
        </Button>
      )}
    </>
  );
}
