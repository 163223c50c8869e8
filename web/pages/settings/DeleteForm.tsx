import { Button, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMutation } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { inSentences } from "../../shared/in-sentences.ts";
import { onEscape } from "../../shared/on-escape.ts";
import { deleteEcosystemMutation, type Head } from "./settings.graphql.ts";

/** Deletes the ecosystem once its key is typed; for 30 days it can be restored. */
export function DeleteForm({ head }: { head: Pick<Head, "key" | "name" | "revision"> }) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const [{ fetching }, remove] = useMutation(deleteEcosystemMutation);
  const navigate = useNavigate();
  const isSure = typed.trim() === head.key;

  const submit = async () => {
    if (!isSure) return setTrouble(`Type the key, ${head.key}, to confirm.`);
    setTrouble(null);
    const { data, error } = await remove(
      { input: { key: head.key, expectedRevision: head.revision } },
      { additionalTypenames: ["Ecosystem", "DeletedEcosystem"] },
    );
    if (error) return setTrouble(describeFailure(error).detail);
    const errors = data?.deleteEcosystem.errors ?? [];
    if (errors.length > 0) return setTrouble(inSentences(errors));
    await navigate({ to: "/" });
  };

  return (
    <section className="settings-part" aria-label="Delete">
      <h2>Delete</h2>
      <p className="quiet">
        Nobody can open the ecosystem any more. It can be restored for 30 days, from the page of all ecosystems; after
        that it is gone for good. Only the person who created it may delete it.
      </p>
      {isOpen ? (
        <form
          aria-label="Delete ecosystem"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
          onKeyDown={onEscape(() => setOpen(false))}
        >
          <TextInput
            size="xs"
            label={`Key of ${head.name}`}
            description={`Type ${head.key} to confirm.`}
            required
            autoComplete="off"
            value={typed}
            error={trouble}
            autoFocus
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setTrouble(null);
            }}
          />
          <footer>
            <Button size="xs" type="submit" className="danger" loading={fetching}>
              Delete ecosystem
            </Button>
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              onClick={() => {
                setOpen(false);
                setTyped("");
                setTrouble(null);
              }}
            >
              Cancel
            </Button>
          </footer>
        </form>
      ) : (
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          Delete ecosystem…
        </Button>
      )}
    </section>
  );
}
