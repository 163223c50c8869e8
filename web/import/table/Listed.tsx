import { count } from "../../shared/format.ts";
import type { Preview } from "./import-file.graphql.ts";

/** Entries of a preview's list that are shown; the others are counted. */
export const maxShown = 200;

interface ListedProps {
  title: string;
  entries: { place: string; message: string }[];
  /** Whether the list is open at first; a long one is closed, so that what stands below it is found. */
  isOpen?: boolean;
}

/** What of a file needs a look, behind its number. */
export function Listed({ title, entries, isOpen = false }: ListedProps) {
  if (entries.length === 0) return null;
  return (
    <details open={isOpen && entries.length <= 10}>
      <summary>{title}</summary>
      <ol>
        {entries.slice(0, maxShown).map(({ place, message }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries never change place, and two may say the same.
          <li key={at}>
            <code>{place}</code> {message}
          </li>
        ))}
      </ol>
      {entries.length > maxShown && <p className="quiet">and {count(entries.length - maxShown, "more", "more")}</p>}
    </details>
  );
}

/** A row or cell that could not be read: where it is, and why. */
export const placeOfSkipped = ({ sheet, row, column, message }: Preview["skipped"][number]) => ({
  place: [sheet, `row ${row}`, column].filter(Boolean).join(", "),
  message,
});
