import { Button } from "@mantine/core";
import { useState } from "react";
import { NameInput, ValuePropositionInput } from "../../ecosystem-head/HeadInputs.tsx";
import { useSetEcosystem } from "../../ecosystem-head/use-set-ecosystem.ts";
import { useDraft } from "../../fields/use-draft.ts";

interface Props {
  ecosystem: { key: string; name: string; valueProposition: string | null; revision: number };
  onDone(): void;
}

/** Name of the ecosystem and what it delivers. */
export function HeadStep({ ecosystem, onDone }: Props) {
  const { draft, keep } = useDraft<{ name: string; valueProposition: string }>(`setup head ${ecosystem.key}`);
  const typed = draft ?? { name: ecosystem.name, valueProposition: ecosystem.valueProposition ?? "" };
  const [trouble, setTrouble] = useState<string | null>(null);
  const { save, isSaving } = useSetEcosystem();
  const submit = async () => {
    const problem = await save({
      key: ecosystem.key,
      expectedRevision: ecosystem.revision,
      name: typed.name.trim(),
      valueProposition: typed.valueProposition.trim() || null,
    });
    setTrouble(problem);
    if (problem !== null) return;
    keep(null);
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <NameInput value={typed.name} onType={(name) => keep({ ...typed, name })} />
      <ValuePropositionInput
        value={typed.valueProposition}
        onType={(valueProposition) => keep({ ...typed, valueProposition })}
      />
      {trouble && <p role="alert">{trouble}</p>}
      <Button size="xs" type="submit" loading={isSaving}>
        Save and continue
      </Button>
    </form>
  );
}
