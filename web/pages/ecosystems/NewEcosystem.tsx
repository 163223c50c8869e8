import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useClient, useMutation } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { importMutation } from "../../import/import.graphql.ts";
import { keyFrom, keyProblem } from "../../import/read-file.ts";
import { randomId } from "../../shared/hash.ts";
import { ecosystemsQuery } from "./ecosystems.graphql.ts";
import { NextSteps } from "./NextSteps.tsx";
import { emptyDocument, type NewHead } from "./new-document.ts";

const blank: NewHead = { key: "", name: "", valueProposition: "" };

/** Form that creates an empty ecosystem, by importing a document without records, and shows the next steps. */
export function NewEcosystem({ onClose }: { onClose(): void }) {
  const [typed, setTyped] = useState(blank);
  /** The key follows the name until it is typed. */
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [created, setCreated] = useState<NewHead | null>(null);
  const [checking, setChecking] = useState(false);
  // Idempotency key of what is typed now: a lost answer and a second click create it once.
  const [attempt, setAttempt] = useState(randomId);
  const client = useClient();
  const [, run] = useMutation(importMutation);
  const key = ownKey ?? (typed.name.trim() ? keyFrom(typed.name) : "");
  const type = (change: Partial<NewHead>) => {
    setTyped({ ...typed, ...change });
    setTrouble(null);
    setAttempt(randomId());
  };

  const create = async () => {
    setTrouble(null);
    setChecking(true);
    const wanted = { ...typed, key };
    const fault = await tryToCreate(wanted);
    setChecking(false);
    if (fault) setTrouble(fault);
    else setCreated(wanted);
  };
  const tryToCreate = async (wanted: NewHead): Promise<string | null> => {
    const problem = keyProblem(key);
    if (problem) return problem;
    // An import under a key that is taken would be merged into that ecosystem and rename it.
    const there = await client.query(ecosystemsQuery, {}, { requestPolicy: "network-only" }).toPromise();
    if (there.error) return describeFailure(there.error).detail;
    const taken = there.data?.ecosystems.find((one) => one.key === key);
    if (taken) return `The key “${key}” is already used by ${taken.name}. Choose another key.`;
    const content = JSON.stringify(emptyDocument(wanted));
    const { data, error } = await run(
      { input: { format: "ECOSYSTEM", content, idempotencyKey: attempt, why: "Created empty." } },
      { additionalTypenames: ["Ecosystem"] },
    );
    if (error) return describeFailure(error).detail;
    return data?.importEcosystem.errors[0]?.message ?? null;
  };

  if (created) return <NextSteps created={created} onClose={onClose} />;
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
        onChange={(event) => {
          type({});
          setOwnKey(event.currentTarget.value);
        }}
      />
      <Textarea
        size="xs"
        label="Value proposition"
        description="What the ecosystem delivers together (optional)"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2_000}
        value={typed.valueProposition}
        onChange={(event) => type({ valueProposition: event.currentTarget.value })}
      />
      {trouble && <p role="alert">The ecosystem could not be created. {trouble}</p>}
      <footer>
        <Button size="xs" type="submit" loading={checking}>
          Create
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
      </footer>
    </form>
  );
}
