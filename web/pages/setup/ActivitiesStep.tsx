import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { useDraft } from "../../fields/use-draft.ts";
import { layerWords } from "../../shared/words.ts";
import { StepFoot } from "./StepFoot.tsx";
import type { SetupProps } from "./setup-props.ts";
import { startingActivities } from "./starting-activities.ts";
import { useAddRecords } from "./use-add-records.ts";

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
export function ActivitiesStep(props: SetupProps) {
  const { ecosystem, facts, onDone } = props;
  const { draft, keep } = useDraft<Typed>(`setup activities ${ecosystem.key}`);
  const typed = draft ?? nothing;
  const { add, trouble, isSaving } = useAddRecords(props, "ACTIVITIES", () => {
    keep(null);
    onDone();
  });
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
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (added.length > 0) void add(added);
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
      <StepFoot
        ecosystem={ecosystem.key}
        kind="ACTIVITIES"
        added={added.length}
        there={there}
        trouble={trouble}
        isSaving={isSaving}
      />
    </form>
  );
}
