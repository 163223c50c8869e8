import { useState } from "react";
import { count } from "../shared/format.ts";
import type { ImportResult } from "./import.graphql.ts";

const parts = [
  ["made", "Made"],
  ["matched", "Matched"],
  ["mended", "Mended"],
  ["leftOut", "Left out"],
] as const;
type Group = ImportResult["made"][number];
/** Entries that one list shows at once. */
const maxShown = 500;

/** What became of everything in a landscape: four numbers, each of which opens its list. */
export function ImportAccount({ result }: { result: ImportResult }) {
  if (parts.every(([part]) => result[part].length === 0)) return null;
  return (
    <div className="import-account">
      {parts.map(([part, title]) => {
        const groups = result[part];
        const total = groups.reduce((sum, group) => sum + group.count, 0);
        if (total === 0)
          return (
            <p key={part}>
              <b>0</b> {title.toLowerCase()}
            </p>
          );
        return (
          <details key={part}>
            <summary>
              <b>{total.toLocaleString("en-GB")}</b> {title.toLowerCase()}{" "}
              {part === "made" && (
                <span className="quiet">
                  {groups
                    .map((group) => `${group.count.toLocaleString("en-GB")} ${group.what.toLowerCase()}`)
                    .join(", ")}
                </span>
              )}
            </summary>
            {groups.map((group) => (
              <AccountGroup key={group.what} group={group} />
            ))}
          </details>
        );
      })}
    </div>
  );
}

/** One sort, whose entries are drawn only once it is open: a landscape has thousands. */
function AccountGroup({ group }: { group: Group }) {
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(maxShown);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {group.what}: {group.count.toLocaleString("en-GB")}
      </summary>
      {open && (
        <ol>
          {group.entries.slice(0, shown).map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries never change place, and two may say the same.
            <li key={at}>
              <code>{entry.path || "File"}</code> {entry.message}
            </li>
          ))}
        </ol>
      )}
      {open && group.count > shown && (
        <button type="button" className="link" onClick={() => setShown(shown + maxShown)}>
          Show more of {count(group.count - shown, "entry", "entries")}
        </button>
      )}
    </details>
  );
}
