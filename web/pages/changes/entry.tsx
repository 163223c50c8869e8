import { formatMoment } from "../../shared/format.ts";
import type { LogEntry } from "./changes.graphql.ts";

export function When({ entry }: { entry: LogEntry }) {
  return <time dateTime={entry.at}>{formatMoment(entry.at)}</time>;
}

/** "3 created, 1 removed". An entry without records changed the ecosystem's own fields, such as its name. */
export function whatOf(entry: Pick<LogEntry, "created" | "updated" | "removed">): string {
  const parts = (["created", "updated", "removed"] as const)
    .filter((name) => entry[name] > 0)
    .map((name) => `${entry[name].toLocaleString("en-GB")} ${name}`);
  return parts.length > 0 ? parts.join(", ") : "ecosystem details";
}

/** Whether the entry can be expanded. */
export const touchesRecords = ({ created, updated, removed }: LogEntry): boolean => created + updated + removed > 0;
