import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMutation } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import type { Tag } from "./tag.ts";
import { tagSays, whyTakenBack } from "./tag-words.ts";
import { removeTagMutation } from "./threats.graphql.ts";

interface Props {
  ecosystem: string;
  /** The rival's name. */
  rival: string;
  tag: Tag;
  onDone(): void;
}

/** Takes a tag back, after asking why: the change log keeps what it said, who took it back and the reason. */
export function TakeBack({ ecosystem, rival, tag, onDone }: Props) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  // One key for what is typed now: a lost answer and a second click take it back once.
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  const [{ fetching }, run] = useMutation(removeTagMutation);

  const take = async () => {
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
          why: whyTakenBack(rival, tag, reason),
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
        aria-label={`Take back the tag ${tagSays(tag)}`}
        onClick={() => setAsking(true)}
      >
        Take back
      </Button>
    );
  }
  return (
    <form
      className="tag-form"
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <TextInput
        size="xs"
        label="Why it is taken back, for the change log"
        maxLength={500}
        value={reason}
        autoFocus
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setAttempt(crypto.randomUUID());
        }}
      />
      <Button size="xs" type="submit" loading={fetching}>
        Take it back
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={() => setAsking(false)}>
        Keep it
      </Button>
      {trouble && <p role="alert">The tag is still there. {trouble}</p>}
    </form>
  );
}
