import { Checkbox, NativeSelect } from "@mantine/core";
import { count } from "../../shared/format.ts";
import type { Preview } from "./import-file.graphql.ts";
import { Listed, maxShown, placeOfSkipped } from "./Listed.tsx";
import type { Mapping } from "./mapping.ts";

/** Score from which the API takes a name as an actor; below it the person is asked. */
const sure = 0.9;

interface Props {
  preview: Preview;
  mapping: Mapping;
  onChange(mapping: Mapping): void;
}

/** What the file becomes: the first records in words, who is who, what differs, what is not taken and why. */
export function Outcome({ preview, mapping, onChange }: Props) {
  const { sample, skipped, leftOut, warnings } = preview;
  return (
    <div className="import-outcome">
      <section aria-label="First records">
        <h3>The first records</h3>
        {sample.length === 0 ? (
          <p>None yet. Say above what the rows and columns are.</p>
        ) : (
          <ol>
            {sample.map((sentence, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same, and they keep their places.
              <li key={at}>{sentence}</li>
            ))}
          </ol>
        )}
      </section>
      <Names preview={preview} mapping={mapping} onChange={onChange} />
      <Differences preview={preview} mapping={mapping} onChange={onChange} />
      <Listed
        isOpen
        title={count(skipped.length, "row or cell not read", "rows and cells not read")}
        entries={skipped.map(placeOfSkipped)}
      />
      <Listed
        title={`${leftOut.length} left out`}
        entries={leftOut.map(({ what, count: many, reason }) => ({ place: `${what} (${many})`, message: reason }))}
      />
      <Listed
        title={count(warnings.length, "remark", "remarks")}
        entries={warnings.map(({ path, message }) => ({ place: path, message }))}
      />
    </div>
  );
}

/** Names that are matched, and those that the person is asked about. */
function Names({ preview, mapping, onChange }: Props) {
  const matches = preview.matches.filter(({ score, name }) => score < 1 || Object.hasOwn(mapping.names, name));
  if (matches.length === 0) return null;
  const doubtful = matches.filter(({ score }) => score < sure).length;
  return (
    <details className="import-names" open={doubtful > 0}>
      <summary>
        {count(matches.length, "name matched", "names matched")}
        {doubtful > 0 && `, ${doubtful} to decide`}
      </summary>
      <ul>
        {matches.slice(0, maxShown).map(({ name, key, actor, score, reason }) => {
          const said = mapping.names[name];
          const isTaken = said === undefined ? score >= sure : said !== null;
          return (
            <li key={name}>
              <span>
                “{name}”{" "}
                <span className="quiet">
                  {reason} ({Math.round(score * 100)} %)
                </span>
              </span>
              {key !== null && (
                <NativeSelect
                  size="xs"
                  aria-label={`Who “${name}” is`}
                  data={[
                    { value: "", label: "A new actor" },
                    { value: key, label: actor?.name ?? "The actor of the other row" },
                  ]}
                  value={isTaken ? key : ""}
                  onChange={({ currentTarget: { value } }) =>
                    onChange({ ...mapping, names: { ...mapping.names, [name]: value === "" ? null : value } })
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Values in which the file and the store differ: which of the two stays, for all or one by one. */
function Differences({ preview: { differences }, mapping, onChange }: Props) {
  if (differences.length === 0) return null;
  return (
    <details className="import-differences">
      <summary>
        {count(differences.length, "value differs from the stored one", "values differ from the stored ones")}
      </summary>
      <Checkbox
        size="xs"
        label="The file's values replace the stored ones"
        checked={mapping.onConflict === "REPLACE"}
        onChange={({ currentTarget: { checked } }) =>
          onChange({ ...mapping, onConflict: checked ? "REPLACE" : "KEEP", conflicts: {} })
        }
      />
      <ul>
        {differences.slice(0, maxShown).map(({ id, stored, file, replaced }) => (
          <li key={id}>
            <Checkbox
              size="xs"
              label={`${id.split("|").slice(1).join(" ")}: ${shown(stored)} → ${shown(file)}`}
              checked={replaced}
              onChange={({ currentTarget: { checked } }) =>
                onChange({ ...mapping, conflicts: { ...mapping.conflicts, [id]: checked ? "REPLACE" : "KEEP" } })
              }
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

const shown = (value: unknown): string =>
  (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 80);
