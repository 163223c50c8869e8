import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useMutation } from "urql";
import { revertChangeMutation } from "../../changes/change-records.graphql.ts";
import { failureText } from "../../graphql/client.ts";
import { focusIfLost } from "../../shared/focus-if-lost.ts";
import { randomId } from "../../shared/hash.ts";
import { useMayEdit } from "../../shared/use-may-edit.ts";
import type { LogEntry } from "./changes.graphql.ts";

/** Every list of changes is out of date, also an empty one. */
const context = { additionalTypenames: ["Change", "Ecosystem"] };

/** Takes back a change after a confirmation; says what stands against it. Reverting the revert is redo. */
export function RevertChange({ ecosystem, entry }: { ecosystem: string; entry: LogEntry }) {
  const mayEdit = useMayEdit();
  const [{ fetching }, run] = useMutation(revertChangeMutation);
  const [isAsked, setAsked] = useState(false);
  const [failures, setFailures] = useState<readonly string[]>([]);
  // Of one confirmation: a lost answer that is asked for again reverts once.
  const attempt = useRef("");
  const question = useRef<HTMLFieldSetElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  // The button and its question take each other's place: whoever works by keyboard goes along.
  const ask = (asked: boolean) => {
    flushSync(() => setAsked(asked));
    focusIfLost((asked ? question : opener).current);
  };
  if (!mayEdit) return null;
  const { revision } = entry;
  const revert = async () => {
    setFailures([]);
    const input = { ecosystem, revision, idempotencyKey: attempt.current, why: `Reverted revision ${revision}.` };
    const { data, error } = await run({ input }, context);
    if (error) setFailures([failureText(error)]);
    else if (data && data.revertChange.errors.length > 0) {
      attempt.current = randomId();
      setFailures(data.revertChange.errors.map(({ message }) => message));
    } else ask(false);
  };
  if (!isAsked)
    return (
      <Button
        ref={opener}
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-label={`Revert revision ${revision}`}
        onClick={() => {
          attempt.current = randomId();
          setFailures([]);
          ask(true);
        }}
      >
        Revert
      </Button>
    );
  return (
    <fieldset ref={question} tabIndex={-1} className="revert-change" aria-label={`Revert revision ${revision}`}>
      <p>Take back what this change did? Other changes stay, and the revert can be reverted.</p>
      {failures.length > 0 && (
        <ul role="alert">
          {failures.map((failure) => (
            <li key={failure}>{failure}</li>
          ))}
        </ul>
      )}
      <Button size="compact-xs" loading={fetching} onClick={() => void revert()}>
        Revert change
      </Button>{" "}
      <Button size="compact-xs" variant="default" disabled={fetching} onClick={() => ask(false)}>
        Cancel
      </Button>
    </fieldset>
  );
}
