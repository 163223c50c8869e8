import type { LogEntry } from "../../graphql/operations-report.ts";
import { When, whatOf } from "./entry.tsx";

/** The change log where there is room for its columns. */
export function ChangeTable({ entries }: { entries: readonly LogEntry[] }) {
  return (
    <table className="grid-table change-table" aria-label="Change log">
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
              <When entry={entry} />
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
  );
}
