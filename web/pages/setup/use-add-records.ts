import { useState } from "react";
import type { RecordEdit } from "../../changes/record-edits.ts";
import { describedKind } from "../../shared/described-records.ts";
import { count } from "../../shared/format.ts";
import { inSentences } from "../../shared/in-sentences.ts";
import { newKeys } from "./new-keys.ts";
import type { SetupProps } from "./setup-props.ts";

/** Adds what a step of the set-up has gathered as one change, with new keys, and ends the step. */
export function useAddRecords({ facts, submit }: SetupProps, kind: "ACTORS" | "ACTIVITIES", onAdded: () => void) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const { singular, plural } = describedKind(kind);

  const add = async (records: readonly { name: string; [field: string]: unknown }[]) => {
    setTrouble(null);
    const keys = newKeys(
      facts,
      kind,
      records.map(({ name }) => name),
    );
    const edits = records.map(
      (fields, at): RecordEdit => ({ does: "create", kind, fields: { key: keys[at], ...fields } }),
    );
    setSaving(true);
    const label = `Add ${count(edits.length, singular, plural)}`;
    const outcome = await submit(edits, { label, now: true, showsErrors: () => true });
    setSaving(false);
    if (outcome.kind === "refused") setTrouble(inSentences(outcome.issues));
    else onAdded();
  };
  return { add, trouble, isSaving };
}
