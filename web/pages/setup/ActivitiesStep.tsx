import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { RecordEdit } from "../../changes/record-edits.ts";
import { useDraft } from "../../fields/use-draft.ts";
import { plainGridName } from "../../grids/model/question-place.ts";
import { count } from "../../shared/format.ts";
import { inSentences } from "../../shared/in-sentences.ts";
import { layerWords } from "../../shared/words.ts";
import { newKeys } from "./new-keys.ts";
import type { SetupProps } from "./setup-props.ts";
import { startingActivities } from "./starting-activities.ts";

interface Typed {
  /** Names of the starting set that are ticked. */
  ticked: readonly string[];
  /** Other names for those of the starting set. */
  renamed: Record<string, string>;
  /** Activities of one's own, one a line. */
  more: string;
}

const nothing: Typed = { ticked: [], renamed: {}, more: "" };
const layers = [...new Set(startingActivities.map(({ layer }) => layer))];

/** What must be done for the value proposition: a starting set to tick and rename, and activities of one's own. */
export function ActivitiesStep({ ecosystem, facts, submit, onDone }: SetupProps) {
  const { draft, keep } = useDraft<Typed>(`setup activities ${ecosystem.key}`);
  const typed = draft ?? nothing;
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const isKnown = (name: string) => facts.keysOf("ACTIVITIES", name).length > 0;
  const nameOf = (name: string) => typed.renamed[name] ?? name;
  const chosen = startingActivities
    .filter(({ name }) => typed.ticked.includes(name))
    .map((activity) => ({ ...activity, name: nameOf(activity.name).trim() }))
    .filter(({ name }) => name !== "");
  const own = typed.more.split(/\r?\n/).map((line) => ({ name: line.trim() }));
  const all: { name: string }[] = [...chosen, ...own.filter(({ name }) => name !== "")];
  const added = all.filter(
    ({ name }, at) => !isKnown(name) && all.findIndex((one) => one.name.toLowerCase() === name.toLowerCase()) === at,
  );
  const there = facts.valid("ACTIVITIES").length;
  const add = async () => {
    setTrouble(null);
    const keys = newKeys(
      facts,
      "ACTIVITIES",
      added.map(({ name }) => name),
    );
    const edits = added.map(
      (fields, at): RecordEdit => ({ does: "create", kind: "ACTIVITIES", fields: { key: keys[at], ...fields } }),
    );
    setSaving(true);
    const outcome = await submit(edits, {
      label: `Add ${count(edits.length, "activity", "activities")}`,
      now: true,
      showsErrors: () => true,
    });
    setSaving(false);
    if (outcome.kind === "refused") return setTrouble(inSentences(outcome.issues));
    keep(null);
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (added.length > 0) void add();
        else onDone();
      }}
    >
      <p className="quiet">
        A starting set for advanced industrial services. Tick what the value proposition requires; names can be changed.
      </p>
      {layers.map((layer) => (
        <fieldset key={layer} className="setup-layer">
          <legend>{layerWords[layer]}</legend>
          {startingActivities
            .filter((activity) => activity.layer === layer)
            .map(({ name }) => {
              const isThere = isKnown(nameOf(name));
              const isTicked = isThere || typed.ticked.includes(name);
              return (
                <div key={name} className="setup-activity">
                  <Checkbox
                    size="xs"
                    aria-label={nameOf(name)}
                    checked={isTicked}
                    disabled={isThere}
                    onChange={(event) =>
                      keep({
                        ...typed,
                        ticked: event.currentTarget.checked
                          ? [...typed.ticked, name]
                          : typed.ticked.filter((one) => one !== name),
                      })
                    }
                  />
                  {isThere ? (
                    <span>{nameOf(name)}</span>
                  ) : (
                    <TextInput
                      size="xs"
                      aria-label={`Name of “${name}”`}
                      maxLength={300}
                      value={nameOf(name)}
                      onChange={(event) =>
                        keep({ ...typed, renamed: { ...typed.renamed, [name]: event.currentTarget.value } })
                      }
                    />
                  )}
                </div>
              );
            })}
        </fieldset>
      ))}
      <Textarea
        size="xs"
        label="Others, one per line"
        autosize
        minRows={2}
        maxRows={10}
        value={typed.more}
        onChange={(event) => keep({ ...typed, more: event.currentTarget.value })}
      />
      {trouble && <p role="alert">{trouble}</p>}
      <p className="setup-foot">
        <Button size="xs" type="submit" loading={isSaving} disabled={added.length === 0 && there === 0}>
          {added.length > 0 ? `Add ${count(added.length, "activity", "activities")} and continue` : "Continue"}
        </Button>
        {there > 0 && (
          <Link
            to="/e/$ecosystem/grids"
            params={{ ecosystem: ecosystem.key }}
            search={{ grid: plainGridName("ACTIVITIES") }}
          >
            {count(there, "activity", "activities")} recorded
          </Link>
        )}
      </p>
    </form>
  );
}
