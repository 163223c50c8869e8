import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useDraft } from "../../fields/use-draft.ts";
import { useSetEcosystem } from "./use-set-ecosystem.ts";

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
      <TextInput
        size="xs"
        label="Name"
        required
        maxLength={300}
        value={typed.name}
        onChange={(event) => keep({ ...typed, name: event.currentTarget.value })}
      />
      <Textarea
        size="xs"
        label="Value proposition"
        description="What the ecosystem delivers together, in a sentence."
        autosize
        minRows={2}
        maxRows={6}
        maxLength={10_000}
        value={typed.valueProposition}
        onChange={(event) => keep({ ...typed, valueProposition: event.currentTarget.value })}
      />
      {trouble && <p role="alert">{trouble}</p>}
      <Button size="xs" type="submit" loading={isSaving}>
        Save and continue
      </Button>
    </form>
  );
}
