import type { LogEntry } from "../../graphql/operations-report.ts";
import { When, whatOf } from "./entry.tsx";

/** The change log on a phone: an entry below the other, its reason in full width. */
export function ChangeList({ entries }: { entries: readonly LogEntry[] }) {
  return (
    <ol className="change-list" aria-label="Change log">
      {entries.map((entry) => (
        <li key={entry.revision}>
          <p className="change-line">
            <strong>
              <bdi>{entry.who}</bdi>
            </strong>
            <span className="quiet">
              <When entry={entry} />
            </span>
          </p>
          {entry.why && (
            <p>
              <bdi>{entry.why}</bdi>
            </p>
          )}
          <p className="quiet">
            Revision {entry.revision}: {whatOf(entry)}
          </p>
        </li>
      ))}
    </ol>
  );
}
