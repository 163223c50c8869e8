import { useState } from "react";
import { useClient, useMutation } from "urql";
import { describeFailure } from "../graphql/client.ts";
import { inSentences } from "../shared/in-sentences.ts";
import { useIdempotencyKey } from "../shared/use-idempotency-key.ts";
import { setEcosystemMutation } from "./set-ecosystem.graphql.ts";

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
  const keyOf = useIdempotencyKey();
  const save = async (head: Head): Promise<string | null> => {
    setSaving(true);
    const { data, error } = await run(
      { input: { ...head, idempotencyKey: keyOf(head) } },
      { additionalTypenames: ["Ecosystem"] },
    );
    setSaving(false);
    if (error) return describeFailure(error).detail;
    const { revision = null, errors = [] } = data?.setEcosystem ?? {};
    // A new one is deleted, not undone: the page on which it is made does without the changes.
    if (revision !== null && head.expectedRevision !== undefined) {
      const { changesOf } = await import("../changes/use-changes.ts");
      changesOf(client, head.key).history.push({ revision, label: "Change the ecosystem’s settings" });
    }
    return errors.length > 0 ? inSentences(errors) : null;
  };
  return { save, isSaving };
}
