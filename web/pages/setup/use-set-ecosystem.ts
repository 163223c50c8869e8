import { useState } from "react";
import { useClient, useMutation } from "urql";
import { changesOf } from "../../changes/use-changes.ts";
import { describeFailure } from "../../graphql/client.ts";
import { randomId } from "../../shared/hash.ts";
import { setEcosystemMutation } from "./setup.graphql.ts";

interface Head {
  key: string;
  name?: string;
  /** Null: none. */
  valueProposition?: string | null;
  description?: string | null;
  focal?: string | null;
  /** Of an ecosystem that exists; a new one is made without it. */
  expectedRevision?: number;
}

/** Makes an ecosystem or changes its head; the answer says what is wrong, by field, or null. */
export function useSetEcosystem() {
  const [, run] = useMutation(setEcosystemMutation);
  const client = useClient();
  const [isSaving, setSaving] = useState(false);
  // The same input again, as after a lost answer, is stored once.
  const [attempt, setAttempt] = useState({ input: "", id: "" });
  const save = async (head: Head): Promise<string | null> => {
    const input = JSON.stringify(head);
    const id = attempt.input === input ? attempt.id : randomId();
    setAttempt({ input, id });
    setSaving(true);
    const { data, error } = await run(
      { input: { ...head, idempotencyKey: id } },
      { additionalTypenames: ["Ecosystem"] },
    );
    setSaving(false);
    if (error) return describeFailure(error).detail;
    const problems = data?.setEcosystem.errors.map(({ message }) => message) ?? [];
    if (problems.length === 0) setAttempt({ input: "", id: "" });
    const revision = data?.setEcosystem.revision ?? null;
    // A new one is deleted, not undone.
    if (revision !== null && head.expectedRevision !== undefined)
      changesOf(client, head.key).history.push({ revision, label: "Change the ecosystem’s settings" });
    return problems.length > 0 ? problems.join(" ") : null;
  };
  return { save, isSaving };
}
