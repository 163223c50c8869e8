import { getRouteApi } from "@tanstack/react-router";
import { useQuery } from "urql";
import { changesQuery } from "../../graphql/operations-report.ts";
import { clock, count, formatDate } from "../../shared/format.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";

const route = getRouteApi("/e/$ecosystem/changes");
/** The most that the API tells at once. */
const most = 100;
const ofChanges = { additionalTypenames: ["Change"] };

/** Who changed what, when and why, the latest first. */
export default function ChangesPage() {
  const { ecosystem: key } = route.useParams();
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls on a phone scrolls by keys too (axe). */}
      <section className="wide-table" aria-label="Change log" tabIndex={0}>
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">Revision</th>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.revision}>
                <td>{entry.revision}</td>
                <td>
                  <time dateTime={entry.at}>
                    {formatDate(entry.at)}, {clock(Date.parse(entry.at))}
                  </time>
                </td>
                <td>
                  <bdi>{entry.who}</bdi>
                </td>
                <td>{whatOf(entry)}</td>
                <td>
                  <bdi>{entry.why ?? "–"}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** "3 created, 1 removed"; an entry that touched no record changed what the ecosystem says of itself. */
function whatOf(entry: { created: number; updated: number; removed: number }): string {
  const parts = (["created", "updated", "removed"] as const)
    .filter((name) => entry[name] > 0)
    .map((name) => `${entry[name].toLocaleString("en-GB")} ${name}`);
  return parts.length > 0 ? parts.join(", ") : "no record";
}
