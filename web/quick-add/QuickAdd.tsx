import { Button, Modal, Textarea } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { saidOf, submitForm } from "../changes/submit-form.ts";
import { useChanges, useSource } from "../changes/use-changes.ts";
import { useDraft } from "../fields/use-draft.ts";
import { count, today } from "../shared/format.ts";
import { isComposing } from "../shared/is-composing.ts";
import { LineNote } from "./LineNote.tsx";
import { type LineReading, readText } from "./read-text.ts";
import type { Problem } from "./reading.ts";
import { useNames } from "./use-names.ts";
import "./quick-add.css";

const examples = [
  "Flowsense supplies Paper Mill",
  "Giant Cloud leads Run the platform 0.6 since 12 Mar 2026",
  "Rotor launches Service contracts 10 Feb 2026 touches Maintain, impact 4",
  "+ Rotor AG, Flowsense as start-up",
];

interface Props {
  ecosystem: string;
  opened: boolean;
  /** What was typed in the palette. */
  text: string;
  onClose(): void;
  /** Called when it has left the screen. */
  onClosed(): void;
}

/** Quick add: facts in plain words, one a line; each is shown as it was understood before Enter stores it. */
export default function QuickAdd({ ecosystem, opened, text: given, onClose, onClosed }: Props) {
  const { draft, keep } = useDraft<string>(`${ecosystem} quick add`);
  const text = draft ?? "";
  const { names, forget, trouble } = useNames(ecosystem);
  const changes = useChanges(ecosystem);
  const source = useSource(changes);
  const [said, setSaid] = useState("");
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const [isSaving, setSaving] = useState(false);
  /** Enter was pressed before all names had been looked up. */
  const [isAwaited, setAwaited] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const lines = useMemo(() => readText(text, names, today()), [text, names]);
  const whole = lines.filter(({ records }) => records.length > 0);
  // Text of the palette is added to what was left here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each text that is given.
  useEffect(() => {
    if (opened && given !== "") write(text.trim() === "" ? given : `${text.trimEnd()}\n${given}`);
  }, [opened, given]);

  function write(next: string) {
    keep(next === "" ? null : next);
    setSaid("");
    setAwaited(false);
    setRefusals(new Map());
  }
  const isPending = lines.some((line) => line.isPending);
  const enter = () => {
    setAwaited(isPending);
    if (isPending) setSaid("Names are being looked up…");
    else if (whole.length === lines.length) void store();
    else setSaid("Not everything is understood: what is not is underlined.");
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the last name has been looked up.
  useEffect(() => {
    if (isAwaited && !isPending) enter();
  }, [isAwaited, isPending]);
  const complete = (line: LineReading, { from, to }: Problem, label: string) => {
    // A name with a word of the grammar in it is read whole in quotation marks.
    write(`${text.slice(0, line.start + from)}"${label}"${text.slice(line.start + to)}`);
    box.current?.focus();
  };
  const store = async () => {
    if (isSaving || whole.length === 0) return;
    const edits = whole.flatMap(({ records }) => records.map((record) => ({ does: "create", ...record }) as const));
    const lineOf = whole.flatMap(({ records, text }) => records.map(() => text));
    const label = whole.length === 1 ? `Add: ${sentenceOf(whole[0]!)}` : `Add ${count(edits.length, "record")}`;
    setSaving(true);
    const outcome = await submitForm(changes, edits, { label });
    setSaving(false);
    if (outcome.kind === "refused") {
      const entries = outcome.issues.map(({ edit, message }) => [lineOf[edit ?? 0]!, message] as const);
      setRefusals(new Map(entries));
      setSaid("");
      return;
    }
    const left = lines.filter(({ records }) => records.length === 0).map((line) => line.text);
    write(left.join("\n"));
    forget();
    setSaid(saidOf(outcome, `${label.replace(/^Add:?/, "Added")}.`) ?? "");
    box.current?.focus();
  };

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={onClosed}
      title="Quick add"
      size={640}
      yOffset="8vh"
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form
        className="quick-add"
        onSubmit={(event) => {
          event.preventDefault();
          void store();
        }}
      >
        <Textarea
          ref={box}
          label="Facts in plain words"
          description="One a line; paste a list to add many. Enter adds, Shift and Enter begins a new line."
          data-autofocus
          autosize
          minRows={1}
          maxRows={10}
          value={text}
          aria-describedby="quick-add-read"
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
            event.preventDefault();
            enter();
          }}
        />
        <ul id="quick-add-read" className="quick-add-lines" aria-label="Understood as" aria-live="polite">
          {lines.map((line) => (
            <LineNote
              key={line.start}
              line={line}
              refusal={refusals.get(line.text)}
              onComplete={(problem, label) => complete(line, problem, label)}
            />
          ))}
        </ul>
        {lines.length === 0 && (
          <div className="quiet quick-add-examples">
            <p>For example:</p>
            {examples.map((example) => (
              <p key={example}>{example}</p>
            ))}
          </div>
        )}
        {source && (
          <p className="quiet">
            Facts rest on the source that you work from: <bdi>{source.title}</bdi> {source.grade}
          </p>
        )}
        {trouble && <p role="alert">Names could not be looked up. {trouble}.</p>}
        <p role="status">{said}</p>
        <footer>
          <Button size="xs" type="submit" loading={isSaving} disabled={whole.length === 0}>
            {lines.length > 1 ? `Add ${whole.length} of ${lines.length}` : "Add"}
          </Button>
          {text !== "" && (
            <Button size="xs" variant="subtle" color="gray" onClick={() => write("")}>
              Clear
            </Button>
          )}
        </footer>
      </form>
    </Modal>
  );
}

const sentenceOf = ({ sentence }: LineReading): string =>
  sentence
    .map(({ text }) => (text === "," ? text : ` ${text}`))
    .join("")
    .trim();
