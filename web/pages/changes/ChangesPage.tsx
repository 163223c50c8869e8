import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { count, timeZone } from "../../shared/format.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { useIsNarrow } from "../../shared/use-is-narrow.ts";
import { ChangeList } from "./ChangeList.tsx";
import { ChangeTable } from "./ChangeTable.tsx";
import { useChangeLog } from "./use-change-log.ts";
import "./changes.css";

const route = getRouteApi("/e/$ecosystem/changes");

/** Change log: who changed what, when and why, newest first; each entry expands to its records. */
export default function ChangesPage() {
  const { ecosystem } = route.useParams();
  return <ChangeLog key={ecosystem} ecosystem={ecosystem} />;
}

export function ChangeLog({ ecosystem }: { ecosystem: string }) {
  const isNarrow = useIsNarrow();
  const { entries, revision, error, fetching, again, isAll, older } = useChangeLog(ecosystem);
  if (error) return <Failed error={error} onRetry={again} />;
  if (fetching) return <Loading rows={8} />;
  if (entries.length === 0) {
    return <Empty title="No changes yet">Imports and edits will be listed here, with their author and date.</Empty>;
  }
  const Entries = isNarrow ? ChangeList : ChangeTable;
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>Changes</h1>
          <p className="quiet">
            {isAll ? count(entries.length, "change") : `Latest ${count(entries.length, "change")}`} · revision{" "}
            {revision} · times in your time zone, {timeZone()}
          </p>
        </div>
      </div>
      <Entries ecosystem={ecosystem} entries={entries} />
      {older.error && <Failed part error={older.error} onRetry={older.read} />}
      {!isAll && !older.error && (
        <Button variant="default" size="xs" className="older-changes" loading={older.fetching} onClick={older.read}>
          Show older changes
        </Button>
      )}
    </div>
  );
}
