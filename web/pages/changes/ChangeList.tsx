import { useState } from "react";
import { ChangedRecords } from "./ChangedRecords.tsx";
import type { LogEntry } from "./changes.graphql.ts";
import { touchesRecords, When, whatOf } from "./entry.tsx";
import { RevertChange } from "./RevertChange.tsx";

interface Props {
  ecosystem: string;
  entries: readonly LogEntry[];
}

/** Change log on a phone: one entry below the other, the reason in full width. */
export function ChangeList({ ecosystem, entries }: Props) {
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
          <ExpandableEntry ecosystem={ecosystem} entry={entry} />
          <RevertChange ecosystem={ecosystem} entry={entry} />
        </li>
      ))}
    </ol>
  );
}

/** Expandable summary of an entry; its records are loaded only when it is expanded. */
function ExpandableEntry({ ecosystem, entry }: { ecosystem: string; entry: LogEntry }) {
  const [isOpen, setOpen] = useState(false);
  const words = `Revision ${entry.revision}: ${whatOf(entry)}`;
  if (!touchesRecords(entry)) return <p className="quiet">{words}</p>;
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="quiet">{words}</summary>
      {isOpen && <ChangedRecords ecosystem={ecosystem} revision={entry.revision} />}
    </details>
  );
}
