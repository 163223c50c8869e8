import { clock, formatDate } from "../../shared/format.ts";
import type { LogEntry } from "./changes.graphql.ts";

export function When({ entry }: { entry: LogEntry }) {
  return (
    <time dateTime={entry.at}>
      {formatDate(entry.at)}, {clock(Date.parse(entry.at))}
    </time>
  );
}

/** "3 created, 1 removed"; an entry that touched no record changed what the ecosystem says of itself. */
export function whatOf(entry: Pick<LogEntry, "created" | "updated" | "removed">): string {
  const parts = (["created", "updated", "removed"] as const)
    .filter((name) => entry[name] > 0)
    .map((name) => `${entry[name].toLocaleString("en-GB")} ${name}`);
  return parts.length > 0 ? parts.join(", ") : "no record";
}

/** Whether there is more to tell than its numbers. */
export const touchesRecords = ({ created, updated, removed }: LogEntry): boolean => created + updated + removed > 0;
