import { Button, Textarea, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useDraft } from "../../fields/use-draft.ts";
import { keyFrom, keyProblem } from "../../import/read-file.ts";
import { useSetEcosystem } from "../setup/use-set-ecosystem.ts";

interface NewHead {
  name: string;
  /** Null: it follows the name. */
  key: string | null;
  valueProposition: string;
}

const blank: NewHead = { name: "", key: null, valueProposition: "" };

/** Form that creates an ecosystem and goes on with its set-up. What is typed survives a reload. */
export function NewEcosystem({ onClose }: { onClose(): void }) {
  const { draft, keep } = useDraft<NewHead>("new ecosystem");
  const typed = draft ?? blank;
  const [trouble, setTrouble] = useState<string | null>(null);
  const { save, isSaving } = useSetEcosystem();
  const navigate = useNavigate();
  const key = typed.key ?? (typed.name.trim() ? keyFrom(typed.name) : "");
  const type = (change: Partial<NewHead>) => {
    keep({ ...typed, ...change });
    setTrouble(null);
  };

  const create = async () => {
    const proposition = typed.valueProposition.trim();
    const problem =
      keyProblem(key) ??
      (await save({ key, name: typed.name.trim(), ...(proposition && { valueProposition: proposition }) }));
    setTrouble(problem);
    if (problem !== null) return;
    keep(null);
    await navigate({ to: "/e/$ecosystem/setup", params: { ecosystem: key }, search: { step: "focal" } });
  };

  return (
    <form
      className="new-ecosystem"
      aria-label="New ecosystem"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <h2>New ecosystem</h2>
      <TextInput
        size="xs"
        label="Name"
        required
        maxLength={300}
        value={typed.name}
        data-autofocus
        autoFocus
        onChange={(event) => type({ name: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label="Key"
        description="Used in links and files. It cannot be changed later."
        required
        maxLength={128}
        value={key}
        onChange={(event) => type({ key: event.currentTarget.value })}
      />
      <Textarea
        size="xs"
        label="Value proposition"
        description="What the ecosystem delivers together (optional)"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={10_000}
        value={typed.valueProposition}
        onChange={(event) => type({ valueProposition: event.currentTarget.value })}
      />
      {trouble && <p role="alert">The ecosystem could not be created. {trouble}</p>}
      <footer>
        <Button size="xs" type="submit" loading={isSaving}>
          Create
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
      </footer>
    </form>
  );
}
