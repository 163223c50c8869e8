import { Checkbox, NativeSelect } from "@mantine/core";
import { count, formatDayOf } from "../../shared/format.ts";
import type { Preview } from "./import-file.graphql.ts";
import type { Ending, Mapping } from "./mapping.ts";

const maxShown = 200;
const endings: { value: Ending; label: string }[] = [
  { value: "END", label: "End" },
  { value: "REMOVE", label: "Delete" },
  { value: "KEEP", label: "Keep" },
];
/** The choice that has each outcome. */
const choiceOf = { ENDED: "END", REMOVED: "REMOVE", KEPT: "KEEP" } as const;

interface Props {
  preview: Preview;
  mapping: Mapping;
  onChange(mapping: Mapping): void;
}

/** Of a file that was imported before: whether this is a newer version, and what becomes of what it no longer says. */
export function NewerVersion({ preview, mapping, onChange }: Props) {
  const { earlierVersionAt: at, noLongerSaid: facts, noLongerSaidCounts: counts } = preview;
  if (at === null && facts.length === 0) return null;
  const total = counts.ended + counts.removed + counts.released + counts.kept;
  const parts = [
    counts.ended > 0 && `${counts.ended} end`,
    counts.removed > 0 && `${counts.removed} are deleted`,
    counts.released > 0 && `${counts.released} stay on other evidence`,
    counts.kept > 0 && `${counts.kept} stay`,
  ].filter(Boolean);
  return (
    <fieldset className="import-newer-version">
      <legend>Imported before</legend>
      <Checkbox
        size="xs"
        label={`This is a newer version of the file${at === null ? "" : ` imported on ${formatDayOf(at)}`}`}
        description="Facts that only the earlier version said take the values of this one. What other sources say stays."
        checked={mapping.newerVersion}
        onChange={({ currentTarget: { checked } }) => onChange({ ...mapping, newerVersion: checked, noLonger: {} })}
      />
      {mapping.newerVersion && (
        <NativeSelect
          size="xs"
          label="Facts that it no longer says"
          data={[
            { value: "END", label: "End on the day of this version" },
            { value: "REMOVE", label: "Delete" },
            { value: "KEEP", label: "Keep" },
          ]}
          value={mapping.noLongerSaid}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...mapping, noLongerSaid: value as Ending, noLonger: {} })
          }
        />
      )}
      {total > 0 && (
        <details>
          <summary>
            {count(total, "fact is no longer said", "facts are no longer said")}: {parts.join(", ")}
          </summary>
          <ul>
            {facts.slice(0, maxShown).map(({ id, said, outcome, reason }) => (
              <li key={id}>
                <span>
                  {said} {reason && <span className="quiet">{reason}</span>}
                </span>
                {outcome === "RELEASED" ? (
                  <span className="quiet">Stays on other evidence</span>
                ) : (
                  <NativeSelect
                    size="xs"
                    aria-label={`What becomes of: ${said}`}
                    data={endings}
                    value={choiceOf[outcome]}
                    onChange={({ currentTarget: { value } }) =>
                      onChange({ ...mapping, noLonger: { ...mapping.noLonger, [id]: value as Ending } })
                    }
                  />
                )}
              </li>
            ))}
          </ul>
          {total > maxShown && <p className="quiet">and {count(total - maxShown, "more", "more")}</p>}
        </details>
      )}
    </fieldset>
  );
}
