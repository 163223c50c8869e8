import { ActionIcon, Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { isSame } from "../../changes/rebase.ts";
import { identityOf } from "../../changes/record-edits.ts";
import { useChanges, useFieldsNow } from "../../changes/use-changes.ts";
import { FieldInput } from "../../fields/FieldInput.tsx";
import { fieldProblem, isEmpty } from "../../fields/field-problem.ts";
import { valueText } from "../../fields/field-words.ts";
import { issuesByField, trimmed } from "../../fields/form-fields.ts";
import { useDraft } from "../../fields/use-draft.ts";
import type { DescribedField } from "../../shared/described-records.ts";
import { isComposing } from "../../shared/is-composing.ts";
import { onEscape } from "../../shared/on-escape.ts";
import { useIsThere } from "../../shared/use-is-there.ts";
import type { EditedRecord } from "./edited-record.ts";

interface Draft {
  value: unknown;
  /** The value that was there when editing began. */
  base: unknown;
}

interface Props {
  record: EditedRecord;
  field: DescribedField;
  /** The value as it is read, where it is more than text. */
  children?: ReactNode;
  /** Editing was asked for from elsewhere. */
  startsOpen?: boolean;
  onClose?(): void;
}

/** One value of a record: read, and edited in its place by a click or Enter; Escape leaves it as it was. */
export function EditableField({ record, field, children, startsOpen = false, onClose }: Props) {
  const { ecosystem, kind, key } = record;
  const { name, label } = field;
  const changes = useChanges(ecosystem);
  const { fields, waiting } = useFieldsNow(changes, record);
  const isWaiting = waiting.has(name);
  const { draft, keep } = useDraft<Draft>(draftOfField(record, name));
  const [isOpen, setOpen] = useState(startsOpen || draft !== null);
  const [error, setError] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isThere = useIsThere();
  const stored = fields[name];
  const value = draft ? draft.value : (stored ?? null);
  const isUnset = isEmpty(stored);

  const open = () => setOpen(true);
  const close = () => {
    setOpen(false);
    setError(null);
    onClose?.();
    // The focus goes back to where editing began.
    requestAnimationFrame(() => button.current?.focus());
  };
  const leave = () => {
    keep(null);
    close();
  };
  const save = async () => {
    const next = trimmed(value);
    const problem = fieldProblem(field, next);
    if (problem) return setError(problem);
    const wanted = isEmpty(next) ? null : next;
    if (isSame(wanted, stored ?? null)) return leave();
    const outcome = changes.submit([{ does: "update", record, fields: { [name]: wanted } }], {
      label: `Change ${label.toLowerCase()} of ${record.label}`,
      now: true,
      showsErrors: isThere,
    });
    leave();
    const settled = await outcome;
    if (!isThere()) return;
    if (settled.kind === "refused") {
      const { fields, whole } = issuesByField(settled.issues);
      keep({ value: next, base: stored ?? null });
      setError([...Object.values(fields), ...whole].join(" "));
      setOpen(true);
    } else if (settled.kind === "stored") {
      // A record that is identified by this field has another address now.
      const keyNow = identityOf(kind, { ...fields, [name]: wanted });
      const moved = keyNow === key ? undefined : settled.changed.find((row) => row.kind === kind && row.key === keyNow);
      if (moved?.node) record.onSelect(moved.node.id);
    }
  };

  if (isOpen)
    return (
      <div className="editable-open">
        <dt className="unseen">{label}</dt>
        <dd>
          <form
            className="inline-editor"
            aria-label={`Edit ${label.toLowerCase()}`}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
            onKeyDown={(event) => {
              onEscape(leave)(event);
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isComposing(event)) void save();
            }}
          >
            <FieldInput
              ecosystem={ecosystem}
              field={field}
              value={value}
              error={error ?? (draft ? fieldProblem(field, draft.value) : null)}
              autoFocus
              onChange={(next) => {
                setError(null);
                keep({ value: next, base: draft ? draft.base : (stored ?? null) });
              }}
            />
            {draft && !isSame(draft.base, stored ?? null) && (
              <p className="form-note" role="status">
                Changed meanwhile: now {valueText(kind, field, stored) ?? "unknown"}
              </p>
            )}
            <footer>
              <Button size="compact-xs" type="submit">
                Save
              </Button>
              <Button size="compact-xs" variant="subtle" color="gray" onClick={leave}>
                Cancel
              </Button>
            </footer>
          </form>
        </dd>
      </div>
    );
  const text = valueText(kind, field, stored);
  return (
    <div className="editable" data-waiting={isWaiting || undefined}>
      <dt>{label}</dt>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button beside it is the keyboard's way. */}
      <dd
        onClick={(event) => {
          if (!(event.target as Element).closest("a, button") && !getSelection()?.toString()) open();
        }}
      >
        {isUnset ? (
          field.default === undefined ? (
            <span title="Not recorded">–</span>
          ) : (
            <>
              {valueText(kind, field, field.default)} <span className="quiet">by default</span>
            </>
          )
        ) : (
          (!isWaiting && children) || <bdi>{text}</bdi>
        )}
        {isWaiting && <span className="quiet"> not saved yet</span>}
        <ActionIcon
          ref={button}
          className="editable-button"
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={`Edit ${label.toLowerCase()}`}
          onClick={open}
        >
          <IconPencil size={14} stroke={1.6} aria-hidden />
        </ActionIcon>
      </dd>
    </div>
  );
}

export const draftOfField = (
  { ecosystem, kind, key }: Pick<EditedRecord, "ecosystem" | "kind" | "key">,
  name: string,
) => `${ecosystem} ${kind} ${key} field ${name}`;
