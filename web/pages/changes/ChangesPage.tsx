import { getRouteApi } from "@tanstack/react-router";
import { useQuery } from "urql";
import { changesQuery } from "../../graphql/operations-report.ts";
import { count } from "../../shared/format.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { useIsNarrow } from "../../shared/use-is-narrow.ts";
import { ChangeList } from "./ChangeList.tsx";
import { ChangeTable } from "./ChangeTable.tsx";
import "./changes.css";

const route = getRouteApi("/e/$ecosystem/changes");
/** The most that the API tells at once. */
const most = 100;
const ofChanges = { additionalTypenames: ["Change"] };

/** Who changed what, when and why, the latest first. */
export default function ChangesPage() {
  const { ecosystem: key } = route.useParams();
  const isNarrow = useIsNarrow();
  const [{ data, error, fetching }, again] = useQuery({
    query: changesQuery,
    variables: { key, first: most },
    context: ofChanges,
    requestPolicy: "cache-and-network",
  });
  if (error) return <Failed error={error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (fetching && !data) return <Loading rows={8} />;
  const entries = data?.ecosystem?.changes ?? [];
  if (entries.length === 0) {
    return <Empty title="No change yet">Every import and edit is told here, with who made it.</Empty>;
  }
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>Changes</h1>
          <p className="quiet">
            {entries.length === most ? `The latest ${most}` : count(entries.length, "change")} · revision{" "}
            {data?.ecosystem?.revision}
          </p>
        </div>
      </div>
      {isNarrow ? <ChangeList entries={entries} /> : <ChangeTable entries={entries} />}
    </div>
  );
}
