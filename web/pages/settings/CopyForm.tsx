import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMutation } from "urql";
import { KeyInput, NameInput } from "../../ecosystem-head/HeadInputs.tsx";
import { describeFailure } from "../../graphql/client.ts";
import { keyFrom, keyProblem } from "../../import/read-file.ts";
import { inSentences } from "../../shared/in-sentences.ts";
import { onEscape } from "../../shared/on-escape.ts";
import { useIdempotencyKey } from "../../shared/use-idempotency-key.ts";
import { copyEcosystemMutation, type Head } from "./settings.graphql.ts";

/** Makes a copy with all facts, to try something out in; its history begins with an entry that names the original. */
export function CopyForm({ head }: { head: Pick<Head, "key" | "name"> }) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState(`Copy of ${head.name}`);
  const [ownKey, setKey] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [{ fetching }, copy] = useMutation(copyEcosystemMutation);
  const navigate = useNavigate();
  const keyOf = useIdempotencyKey();
  const key = ownKey ?? keyFrom(name);

  const submit = async () => {
    const input = { from: head.key, key, name: name.trim() };
    const problem = keyProblem(key) ?? (input.name === "" ? "Name is missing: add it." : null);
    setTrouble(problem);
    if (problem !== null) return;
    const { data, error } = await copy(
      { input: { ...input, idempotencyKey: keyOf(input) } },
      { additionalTypenames: ["Ecosystem"] },
    );
    if (error) return setTrouble(describeFailure(error).detail);
    const errors = data?.copyEcosystem.errors ?? [];
    if (errors.length > 0) return setTrouble(inSentences(errors));
    await navigate({ to: "/e/$ecosystem/map", params: { ecosystem: key } });
  };

  return (
    <section className="settings-part" aria-label="Copy">
      <h2>Copy</h2>
      <p className="quiet">
        A new ecosystem with the same facts, map positions and views. Changes of the copy leave the original as it is.
      </p>
      {isOpen ? (
        <form
          aria-label="Copy ecosystem"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
          onKeyDown={onEscape(() => setOpen(false))}
        >
          <NameInput label="Name of the copy" value={name} autoFocus onType={setName} />
          <KeyInput label="Key of the copy" value={key} onType={setKey} />
          {trouble && <p role="alert">The ecosystem could not be copied. {trouble}</p>}
          <footer>
            <Button size="xs" type="submit" loading={fetching}>
              Create copy
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </footer>
        </form>
      ) : (
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          Copy ecosystem…
        </Button>
      )}
    </section>
  );
}
