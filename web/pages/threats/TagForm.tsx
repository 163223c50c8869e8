import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { submitForm } from "../../changes/submit-form.ts";
import { useChanges } from "../../changes/use-changes.ts";
import { useDraft } from "../../fields/use-draft.ts";
import type { CompetitorType } from "../../graphql/schema-types.ts";
import { inSentences } from "../../shared/in-sentences.ts";
import { onEscape } from "../../shared/on-escape.ts";
import { competitorWords } from "../../shared/words.ts";
import { type TagPart, tagDraft, tagEdit } from "./tag.ts";
import { whyTagged } from "./tag-words.ts";
import type { Threat } from "./threats.graphql.ts";
import type { TagRow } from "./use-tags.ts";

interface Props {
  ecosystem: string;
  focal: string;
  threat: Threat;
  /** The existing tags of the rival. */
  tags: readonly TagRow[];
  /** What the tag sets: the competitor type, or a label in the analyst's own words. */
  what: TagPart;
  /**
   * Called on save and on cancel.
   * @param isWaiting it is saved when the connection is back
   */
  onDone(saved: boolean, isWaiting?: boolean): void;
}

interface Draft {
  type: CompetitorType;
  label: string;
  reason: string;
}

const types = Object.entries(competitorWords).map(([value, label]) => ({ value, label }));

/** Form that tags a rival with a competitor type or a label, with a reason; what is typed survives a reload. */
export default function TagForm({ ecosystem, focal, threat, tags, what, onDone }: Props) {
  const { rival } = threat;
  const changes = useChanges(ecosystem);
  const { draft, keep } = useDraft<Draft>(tagDraft(ecosystem, focal, rival.key, what));
  const typed = tags.find(({ tag }) => tag.type !== undefined);
  const { type, label, reason } = draft ?? {
    type: threat.type,
    label: "",
    reason: (what === "type" && typed?.tag.reason) || "",
  };
  const set = (change: Partial<Draft>) => keep({ type, label, reason, ...change });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  const save = async () => {
    if (isSaving) return;
    setTrouble(null);
    const says = what === "type" ? { type } : { label: label.trim() };
    if (says.label === "") {
      setTrouble("Enter a label.");
      return;
    }
    const stored = what === "type" ? typed : tags.find(({ tag }) => tag.label === says.label);
    setSaving(true);
    const why = whyTagged(rival.name, says, reason);
    const edit = tagEdit({ focal, rival: rival.key, says, reason, stored: stored?.record });
    const outcome = await submitForm(changes, [edit], { label: `Tag ${rival.name}`, why });
    setSaving(false);
    if (outcome.kind === "refused") {
      setTrouble(inSentences(outcome.issues));
      return;
    }
    keep(null);
    onDone(true, outcome.kind === "queued");
  };
  const cancel = () => {
    keep(null);
    onDone(false);
  };

  return (
    <form
      className="tag-form"
      aria-label={`Tag ${rival.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={onEscape(cancel)}
    >
      {what === "type" ? (
        <NativeSelect
          size="xs"
          label="Competitor type"
          data={types}
          value={type}
          autoFocus
          onKeyDown={submitOnEnter}
          onChange={(event) => set({ type: event.currentTarget.value as CompetitorType })}
        />
      ) : (
        <TextInput
          size="xs"
          label="Label"
          description="In your own words, for example “watch closely”."
          maxLength={200}
          required
          value={label}
          autoFocus
          onChange={(event) => set({ label: event.currentTarget.value })}
        />
      )}
      <TextInput
        size="xs"
        label="Reason"
        maxLength={1000}
        value={reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      <Button size="xs" type="submit" loading={isSaving}>
        Save
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={cancel}>
        Cancel
      </Button>
      {trouble && <p role="alert">The tag could not be saved. {trouble}</p>}
    </form>
  );
}

/** Enter in a list of values opens it in some browsers; letters and arrows choose, so that Enter can save as elsewhere. */
function submitOnEnter(event: KeyboardEvent<HTMLSelectElement>) {
  if (event.key !== "Enter") return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
