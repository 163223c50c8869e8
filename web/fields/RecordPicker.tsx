import { CloseButton, Combobox, Loader, Pill, PillsInput, useCombobox } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { saidOf, submitForm } from "../changes/submit-form.ts";
import { useChanges } from "../changes/use-changes.ts";
import type { RecordKind } from "../graphql/schema-types.ts";
import { describedKind } from "../shared/described-records.ts";
import { count } from "../shared/format.ts";
import { inSentences } from "../shared/in-sentences.ts";
import { isComposing } from "../shared/is-composing.ts";
import { useIsThere } from "../shared/use-is-there.ts";
import { fieldsFromName } from "./new-record.ts";
import { labelOf, noteLabel } from "./record-labels.ts";
import { usePicks } from "./use-picks.ts";

interface Props {
  ecosystem: string;
  /** What kind of records. */
  kind: RecordKind;
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** Keys of the chosen records. */
  value: readonly string[];
  /** Whether several can be chosen. */
  isList: boolean;
  /** Whether a name that there is none of can be created; true when absent. */
  canCreate?: boolean;
  /** Keys of records that cannot be chosen. */
  without?: readonly string[];
  autoFocus?: boolean;
  onChange(keys: string[]): void;
  /** Called with the node id of what is chosen or created, besides. */
  onPick?(id: string): void;
}

const newRecord = "new record";

/** Picker of records by their names, among any number of them; a name that there is none of can be created. */
export function RecordPicker(props: Props) {
  const { ecosystem, kind, label, description, error, required = false, value, isList, autoFocus = false } = props;
  const { canCreate = true, without = [] } = props;
  const [text, setText] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [isCreating, setCreating] = useState(false);
  const isThere = useIsThere();
  const changes = useChanges(ecosystem);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const { picks, more, isSearching, error: failed } = usePicks(ecosystem, kind, text, box.dropdownOpened);
  const { singular, plural } = describedKind(kind);
  const typed = text.trim();
  const shown = picks.filter(({ key }) => !value.includes(key) && !without.includes(key));
  const isTaken = picks.some((pick) => pick.label.toLowerCase() === typed.toLowerCase());
  const fields = !canCreate || typed === "" || isSearching || isTaken ? null : fieldsFromName(kind, typed);

  const choose = (key: string, name: string, id: string | undefined) => {
    noteLabel(ecosystem, kind, key, name);
    if (id !== undefined) props.onPick?.(id);
    setText("");
    setTrouble(null);
    setSaid(null);
    props.onChange(isList ? [...value, key] : [key]);
    if (!isList) box.closeDropdown();
    box.resetSelectedOption();
  };
  const create = async () => {
    if (!fields) return;
    setCreating(true);
    setTrouble(null);
    setSaid(null);
    const label = `Create ${singular} ${typed}`;
    const outcome = await submitForm(changes, [{ does: "create", kind, fields }], { label, isThere });
    if (!isThere()) return;
    setCreating(false);
    if (outcome.kind === "refused") return setTrouble(inSentences(outcome.issues));
    const made = outcome.kind === "stored" ? outcome.changed.find((row) => row.kind === kind) : undefined;
    if (made) return choose(made.key, made.label, made.node?.id);
    if (outcome.kind === "discarded") return;
    // Asked for once more it would be created twice.
    setText("");
    setSaid(saidOf(outcome, `${typed} has been created: search for it.`));
  };
  const remove = (key: string) => props.onChange(value.filter((one) => one !== key));

  return (
    <Combobox
      store={box}
      withinPortal={false}
      onOptionSubmit={(key) => {
        const pick = picks.find((one) => one.key === key);
        if (key === newRecord) void create();
        else if (pick) choose(key, pick.label, pick.id);
      }}
    >
      <Combobox.DropdownTarget>
        <PillsInput
          size="xs"
          label={label}
          description={description}
          error={error || trouble}
          required={required}
          inputWrapperOrder={["label", "input", "description", "error"]}
          rightSection={
            isCreating || (isSearching && box.dropdownOpened) ? (
              <Loader size={12} />
            ) : !isList && !required && value.length > 0 ? (
              <CloseButton size="xs" aria-label="Clear" onClick={() => props.onChange([])} />
            ) : null
          }
          onClick={() => box.openDropdown()}
        >
          <Pill.Group>
            {value.map((key) => {
              const name = labelOf(ecosystem, kind, key);
              return (
                <Pill
                  key={key}
                  withRemoveButton={isList}
                  onRemove={() => remove(key)}
                  removeButtonProps={{ "aria-label": `Remove ${name}`, tabIndex: 0, "aria-hidden": false }}
                >
                  <bdi>{name}</bdi>
                </Pill>
              );
            })}
            <Combobox.EventsTarget>
              <PillsInput.Field
                value={text}
                disabled={isCreating}
                data-autofocus={autoFocus || undefined}
                autoFocus={autoFocus}
                placeholder={value.length > 0 && !isList ? "Change…" : `Search ${plural}`}
                aria-invalid={Boolean(error || trouble)}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                  box.openDropdown();
                  box.updateSelectedOptionIndex();
                }}
                onFocus={() => box.openDropdown()}
                onBlur={() => box.closeDropdown()}
                onKeyDown={(event) => {
                  if (isComposing(event)) return;
                  const last = value.at(-1);
                  if (event.key === "Backspace" && text === "" && last !== undefined && isList) remove(last);
                  if (event.key === "Escape" && box.dropdownOpened) {
                    // The first Escape closes the list, the next one leaves the editor.
                    event.stopPropagation();
                    box.closeDropdown();
                  }
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      {said !== null && (
        <p className="form-note" role="status">
          {said}
        </p>
      )}
      <Combobox.Dropdown>
        <Combobox.Options mah={220} style={{ overflowY: "auto" }} aria-label={`${plural} found`}>
          {shown.map((pick) => (
            <Combobox.Option value={pick.key} key={pick.key}>
              <bdi>{pick.label}</bdi>
            </Combobox.Option>
          ))}
          {fields && (
            <Combobox.Option value={newRecord}>
              Create {singular} “<bdi>{typed}</bdi>”
            </Combobox.Option>
          )}
          {shown.length === 0 && !fields && !isSearching && (
            <Combobox.Empty>{failed ? "The search failed. Try again." : nothing(typed, plural)}</Combobox.Empty>
          )}
        </Combobox.Options>
        {more > 0 && (
          <Combobox.Footer className="quiet">{count(more, "more", "more")}: type to search.</Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

const nothing = (typed: string, plural: string): string =>
  typed === "" ? `No ${plural} yet.` : `No ${plural} match “${typed}”.`;
