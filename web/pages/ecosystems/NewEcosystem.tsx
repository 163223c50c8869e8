import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { KeyInput, NameInput, ValuePropositionInput } from "../../ecosystem-head/HeadInputs.tsx";
import { useSetEcosystem } from "../../ecosystem-head/use-set-ecosystem.ts";
import { useDraft } from "../../fields/use-draft.ts";
import { keyFrom, keyProblem } from "../../import/read-file.ts";

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
      <NameInput value={typed.name} autoFocus onType={(name) => type({ name })} />
      <KeyInput value={key} onType={(key) => type({ key })} />
      <ValuePropositionInput
        description="What the ecosystem delivers together (optional)"
        value={typed.valueProposition}
        onType={(valueProposition) => type({ valueProposition })}
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
