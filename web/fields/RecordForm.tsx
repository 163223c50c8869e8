import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Fields } from "../changes/record-edits.ts";
import { saidOf, submitForm } from "../changes/submit-form.ts";
import { useChanges, useSource } from "../changes/use-changes.ts";
import type { RecordKind } from "../graphql/schema-types.ts";
import { type DescribedField, describedKind } from "../shared/described-records.ts";
import { onEscape } from "../shared/on-escape.ts";
import { FieldInput } from "./FieldInput.tsx";
import { isEmpty } from "./field-problem.ts";
import { filledFields, formParts, issuesByField, problemsOf } from "./form-fields.ts";
import { useDraft } from "./use-draft.ts";

interface Props {
  ecosystem: string;
  kind: RecordKind;
  /** What is known already, as the actor that a claim is about. */
  preset: Fields;
  /** Heading; "Add move" when absent. */
  title?: string;
  /** Fields to show, in this order, with the others under "More fields"; by default those that a record is about. */
  shown?: readonly string[];
  /** Name under which what is typed is kept. */
  draftName: string;
  /** What has been done, before the name of the new record: "Added" when absent. */
  verb?: string;
  /** @param said what has become of it, in a sentence; null where somebody else's record was chosen instead */
  onDone(said: string | null): void;
  onCancel(): void;
}

/** Form of a new record of any kind; what is typed survives a reload. */
export default function RecordForm(props: Props) {
  const { ecosystem, kind, preset, title, shown, draftName, verb = "Added", onDone, onCancel } = props;
  const { singular } = describedKind(kind);
  const { main, more } = formParts(kind, shown);
  const { draft, keep } = useDraft<Fields>(draftName);
  // What the form was opened with, before the first letter is typed.
  const [wasKept] = useState(draft !== null);
  const fields = draft ?? preset;
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<ReturnType<typeof issuesByField> | null>(null);
  const [isSaving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const changes = useChanges(ecosystem);
  const source = useSource(changes);
  const problems = problemsOf(kind, fields);
  const first = main.find(({ name }) => isEmpty(preset[name]) && name !== "evidence")?.name;
  // A form that a reload has opened again comes without a click.
  useEffect(() => form.current?.scrollIntoView({ block: "nearest" }), []);

  const set = (name: string, value: unknown) => {
    keep({ ...fields, [name]: value });
    setTouched((before) => new Set([...before, name]));
    setRefused((before) => before && { ...before, fields: { ...before.fields, [name]: "" } });
  };
  const focusOn = (names: readonly string[]) => {
    const name = [...main, ...more].find((field) => names.includes(field.name))?.name;
    const place = form.current?.querySelector(`[data-field="${name}"]`);
    const details = place?.closest("details");
    if (details) details.open = true;
    place?.querySelector<HTMLElement>("input, textarea, select")?.focus();
  };
  const save = async () => {
    setTouched(new Set([...main, ...more].map(({ name }) => name)));
    const wrong = Object.keys(problems);
    if (wrong.length > 0) return focusOn(wrong);
    setSaving(true);
    setRefused(null);
    const edit = { does: "create", kind, fields: filledFields(fields) } as const;
    const outcome = await submitForm(changes, [edit], { label: `Add ${singular}` });
    setSaving(false);
    if (outcome.kind === "refused") {
      const issues = issuesByField(outcome.issues);
      setRefused(issues);
      focusOn(Object.keys(issues.fields));
      return;
    }
    keep(null);
    const made = outcome.kind === "stored" ? outcome.changed.find((row) => row.kind === kind) : undefined;
    onDone(saidOf(outcome, made ? `${verb}: ${made.label}.` : `${verb}.`));
  };
  const input = (field: DescribedField) => (
    <div key={field.name} data-field={field.name}>
      <FieldInput
        ecosystem={ecosystem}
        field={field}
        value={fields[field.name] ?? field.default}
        error={refused?.fields[field.name] || (touched.has(field.name) ? problems[field.name] : null)}
        autoFocus={field.name === first}
        onChange={(value) => set(field.name, value)}
      />
    </div>
  );

  return (
    <form
      ref={form}
      className="record-form"
      aria-label={title ?? `Add ${singular}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={onEscape(onCancel)}
    >
      <h3>{title ?? `Add ${singular}`}</h3>
      {wasKept && <p className="form-note">What you had typed has been restored.</p>}
      {main.map(input)}
      {source && isEmpty(fields.evidence) && describedKind(kind).isFact && (
        <p className="form-note">
          Rests on the source that you work from: <bdi>{source.title}</bdi> {source.grade}
        </p>
      )}
      {more.length > 0 && (
        <details>
          <summary>More fields</summary>
          <div className="record-form-more">{more.map(input)}</div>
        </details>
      )}
      {refused?.whole.map((message) => (
        <p role="alert" key={message}>
          {message}
        </p>
      ))}
      <footer>
        <Button size="xs" type="submit" loading={isSaving}>
          Add
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          onClick={() => {
            keep(null);
            onCancel();
          }}
        >
          {draft === null ? "Cancel" : "Discard"}
        </Button>
      </footer>
    </form>
  );
}
