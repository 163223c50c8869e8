import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useClient, useMutation } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { importMutation } from "../../import/import.graphql.ts";
import { keyFrom, keyProblem } from "../../import/read-file.ts";
import { BegunNote } from "./BegunNote.tsx";
import { type Begun, emptyDocument } from "./begun.ts";
import { ecosystemsQuery } from "./ecosystems.graphql.ts";

const nothing: Begun = { key: "", name: "", valueProposition: "" };

/** Begins an ecosystem that holds nothing yet, as the import of a document with a head alone, and says how to go on. */
export function NewEcosystem({ onClose }: { onClose(): void }) {
  const [typed, setTyped] = useState(nothing);
  /** The key follows the name until it is typed. */
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [begun, setBegun] = useState<Begun | null>(null);
  const [checking, setChecking] = useState(false);
  // One key for what is typed now: a lost answer and a second click begin it once.
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  const client = useClient();
  const [, run] = useMutation(importMutation);
  const key = ownKey ?? (typed.name.trim() ? keyFrom(typed.name) : "");
  const type = (change: Partial<Begun>) => {
    setTyped({ ...typed, ...change });
    setTrouble(null);
    setAttempt(crypto.randomUUID());
  };

  const begin = async () => {
    setTrouble(null);
    setChecking(true);
    const wanted = { ...typed, key };
    const fault = await tryToBegin(wanted);
    setChecking(false);
    if (fault) setTrouble(fault);
    else setBegun(wanted);
  };
  const tryToBegin = async (wanted: Begun): Promise<string | null> => {
    const problem = keyProblem(key);
    if (problem) return `The key does not do. ${problem}`;
    // An import into a key that is taken would be merged into what is there, under the new name.
    const there = await client.query(ecosystemsQuery, {}, { requestPolicy: "network-only" }).toPromise();
    if (there.error) return describeFailure(there.error).detail;
    const taken = there.data?.ecosystems.find((one) => one.key === key);
    if (taken) return `The key is taken by ${taken.name}. Choose another.`;
    const content = JSON.stringify(emptyDocument(wanted));
    const { data, error } = await run(
      { input: { format: "ECOSYSTEM", content, idempotencyKey: attempt, why: "Begun empty." } },
      { additionalTypenames: ["Ecosystem"] },
    );
    if (error) return describeFailure(error).detail;
    return data?.importEcosystem.errors[0]?.message ?? null;
  };

  if (begun) return <BegunNote begun={begun} onClose={onClose} />;
  return (
    <form
      className="new-ecosystem"
      aria-label="A new ecosystem"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <h2>A new ecosystem</h2>
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
        description="What links and documents call it. It stays."
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
        description="What all have to come together for, in a sentence. May be left for later."
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2_000}
        value={typed.valueProposition}
        onChange={(event) => type({ valueProposition: event.currentTarget.value })}
      />
      {trouble && <p role="alert">It is not begun. {trouble}</p>}
      <footer>
        <Button size="xs" type="submit" loading={checking}>
          Begin it
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
      </footer>
    </form>
  );
}
