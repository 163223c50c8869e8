import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { RecordPicker } from "../../fields/RecordPicker.tsx";
import { noteLabel } from "../../fields/record-labels.ts";
import { useDraft } from "../../fields/use-draft.ts";
import { useSetEcosystem } from "../setup/use-set-ecosystem.ts";
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
      <TextInput
        size="xs"
        label="Name"
        required
        maxLength={300}
        value={fields.name}
        onChange={(event) => type({ name: event.currentTarget.value })}
      />
      <Textarea
        size="xs"
        label="Value proposition"
        description="What the ecosystem delivers together, in a sentence."
        autosize
        minRows={2}
        maxRows={6}
        maxLength={10_000}
        value={fields.valueProposition}
        onChange={(event) => type({ valueProposition: event.currentTarget.value })}
      />
      <Textarea
        size="xs"
        label="Description"
        description="What else there is to say about it (optional)."
        autosize
        minRows={2}
        maxRows={12}
        maxLength={10_000}
        value={fields.description}
        onChange={(event) => type({ description: event.currentTarget.value })}
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
        <Button size="xs" type="submit" loading={isSaving} disabled={draft === null}>
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
