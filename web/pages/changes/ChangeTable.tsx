import { Fragment, useState } from "react";
import { ChangedRecords } from "./ChangedRecords.tsx";
import type { LogEntry } from "./changes.graphql.ts";
import { touchesRecords, When, whatOf } from "./entry.tsx";
import { RevertChange } from "./RevertChange.tsx";

interface Props {
  ecosystem: string;
  entries: readonly LogEntry[];
}

/** Change log as a table, where there is room for its columns; an entry expands below its row. */
export function ChangeTable({ ecosystem, entries }: Props) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const toggle = (revision: number) =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(revision)) after.add(revision);
      return after;
    });
  return (
    <table className="grid-table change-table" aria-label="Change log">
      <thead>
        <tr>
          <th scope="col">Revision</th>
          <th scope="col">Date</th>
          <th scope="col">Changed by</th>
          <th scope="col">Records</th>
          <th scope="col">Reason</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const isOpen = open.has(entry.revision);
          return (
            <Fragment key={entry.revision}>
              <tr>
                <td>{entry.revision}</td>
                <td>
                  <When entry={entry} />
                </td>
                <td>
                  <bdi>{entry.who}</bdi>
                </td>
                <td>
                  {touchesRecords(entry) ? (
                    <button
                      type="button"
                      className="text-button"
                      aria-expanded={isOpen}
                      onClick={() => toggle(entry.revision)}
                    >
                      {whatOf(entry)}
                    </button>
                  ) : (
                    whatOf(entry)
                  )}
                </td>
                <td>
                  <bdi>{entry.why ?? "–"}</bdi> <RevertChange ecosystem={ecosystem} entry={entry} />
                </td>
              </tr>
              {isOpen && (
                <tr className="change-opened">
                  <td colSpan={5}>
                    <ChangedRecords ecosystem={ecosystem} revision={entry.revision} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
