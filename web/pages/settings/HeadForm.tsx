import { Button } from "@mantine/core";
import { useState } from "react";
import { NameInput, SentencesInput, ValuePropositionInput } from "../../ecosystem-head/HeadInputs.tsx";
import { useSetEcosystem } from "../../ecosystem-head/use-set-ecosystem.ts";
import { RecordPicker } from "../../fields/RecordPicker.tsx";
import { noteLabel } from "../../fields/record-labels.ts";
import { useDraft } from "../../fields/use-draft.ts";
import type { Head } from "./settings.graphql.ts";

interface Fields {
  name: string;
  valueProposition: string;
  description: string;
  /** Key of the focal firm; null for none. */
  focal: string | null;
}

/** What is typed, with the revision that it rests on: what others change meanwhile is a conflict, and not overwritten. */
interface Draft {
  revision: number;
  fields: Partial<Fields>;
}

const fieldsOf = ({ name, valueProposition, description, focal }: Head): Fields => ({
  name,
  valueProposition: valueProposition ?? "",
  description: description ?? "",
  focal: focal?.key ?? null,
});

/** Name, value proposition, description and focal firm. */
export function HeadForm({ head }: { head: Head }) {
  const { draft, keep } = useDraft<Draft>(`settings ${head.key}`);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const { save, isSaving } = useSetEcosystem();
  if (head.focal) noteLabel(head.key, "ACTORS", head.focal.key, head.focal.name);
  const fields = { ...fieldsOf(head), ...draft?.fields };

  const type = (change: Partial<Fields>) => {
    setTrouble(null);
    setSaid("");
    keep({ revision: draft?.revision ?? head.revision, fields: { ...draft?.fields, ...change } });
  };
  const discard = () => {
    keep(null);
    setTrouble(null);
  };
  const submit = async () => {
    if (!draft) return;
    const { name, valueProposition, description, focal } = draft.fields;
    if (name?.trim() === "") return setTrouble("Name is missing: add it.");
    const problem = await save({
      key: head.key,
      expectedRevision: draft.revision,
      ...(name !== undefined && { name: name.trim() }),
      ...(valueProposition !== undefined && { valueProposition: valueProposition.trim() || null }),
      ...(description !== undefined && { description: description.trim() || null }),
      ...(focal !== undefined && { focal }),
    });
    setTrouble(problem);
    if (problem !== null) return;
    keep(null);
    setSaid("Saved.");
  };

  return (
    <form
      className="settings-part"
      aria-label="Name and focal firm"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>Name and focal firm</h2>
      <NameInput value={fields.name} onType={(name) => type({ name })} />
      <ValuePropositionInput
        value={fields.valueProposition}
        onType={(valueProposition) => type({ valueProposition })}
      />
      <SentencesInput
        label="Description"
        description="What else there is to say about it (optional)."
        maxRows={12}
        value={fields.description}
        onType={(description) => type({ description })}
      />
      <RecordPicker
        ecosystem={head.key}
        kind="ACTORS"
        label="Focal firm"
        description="Competitive threats and customers are shown from its viewpoint."
        isList={false}
        value={fields.focal === null ? [] : [fields.focal]}
        onChange={([focal]) => type({ focal: focal ?? null })}
      />
      {trouble && <p role="alert">{trouble}</p>}
      <footer>
        <Button size="xs" type="submit" loading={isSaving}>
          Save
        </Button>
        {draft !== null && (
          <Button size="xs" variant="subtle" color="gray" onClick={discard}>
            Discard
          </Button>
        )}
        <span role="status" className="quiet">
          {said}
        </span>
      </footer>
    </form>
  );
}
