import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMutation } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { randomId } from "../../shared/hash.ts";
import type { Tag } from "./tag.ts";
import { tagText, whyRemoved } from "./tag-words.ts";
import { removeTagMutation } from "./threats.graphql.ts";

interface Props {
  ecosystem: string;
  /** The rival's name. */
  rival: string;
  tag: Tag;
  onDone(): void;
  onCancel(): void;
}

/** Removes a tag after asking for a reason: the change log keeps the tag, who removed it and why. */
export function RemoveTag({ ecosystem, rival, tag, onDone, onCancel }: Props) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  // Idempotency key of the current input: a retry after a lost answer, or a second click, removes the tag once.
  const [attempt, setAttempt] = useState(randomId);
  const [{ fetching }, run] = useMutation(removeTagMutation);

  const remove = async () => {
    setTrouble(null);
    const { actor, focal, label, at } = tag;
    const { error } = await run(
      {
        input: {
          ecosystem,
          actor,
          focal,
          ...(label !== undefined && { label }),
          ...(at !== undefined && { at }),
          idempotencyKey: attempt,
          why: whyRemoved(rival, tag, reason),
        },
      },
      { additionalTypenames: ["Ecosystem", "Record"] },
    );
    if (error) setTrouble(describeFailure(error).detail);
    else onDone();
  };

  if (!asking) {
    return (
      <Button
        variant="default"
        size="compact-xs"
        aria-label={`Remove tag ${tagText(tag)}`}
        onClick={() => setAsking(true)}
      >
        Remove tag
      </Button>
    );
  }
  return (
    <form
      className="tag-form"
      onSubmit={(event) => {
        event.preventDefault();
        void remove();
      }}
    >
      <TextInput
        size="xs"
        label="Reason (for the change log)"
        maxLength={500}
        value={reason}
        autoFocus
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setAttempt(randomId());
        }}
      />
      <Button size="xs" type="submit" loading={fetching}>
        Remove tag
      </Button>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        onClick={() => {
          setAsking(false);
          onCancel();
        }}
      >
        Cancel
      </Button>
      {trouble && <p role="alert">The tag could not be removed. {trouble}</p>}
    </form>
  );
}
