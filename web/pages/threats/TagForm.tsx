import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { ecosystemHeaderQuery } from "../../graphql/ecosystem-header.graphql.ts";
import { meQuery } from "../../graphql/me.graphql.ts";
import type { CompetitorType } from "../../graphql/schema-types.ts";
import { importMutation } from "../../import/import.graphql.ts";
import { randomId } from "../../shared/hash.ts";
import { competitorWords } from "../../shared/words.ts";
import type { Tag } from "./tag.ts";
import { tagDocument } from "./tag-document.ts";
import { whyTagged } from "./tag-words.ts";
import type { Threat } from "./threats.graphql.ts";

interface Props {
  ecosystem: string;
  focal: string;
  threat: Threat;
  /** The existing tag with a type, if any. */
  typed: Tag | undefined;
  /** What the tag sets: the competitor type, or a label in the analyst's own words. */
  what: "type" | "label";
  /** Called on save and on cancel. */
  onDone(saved: boolean): void;
}

const types = Object.entries(competitorWords).map(([value, label]) => ({ value, label }));

/** Form that tags a rival with a competitor type or a label: signed, dated, with a reason. */
export function TagForm({ ecosystem, focal, threat, typed, what, onDone }: Props) {
  const [type, setType] = useState<CompetitorType>(threat.type);
  const [label, setLabel] = useState("");
  const [reason, setReason] = useState((what === "type" && typed?.reason) || "");
  const [trouble, setTrouble] = useState<string | null>(null);
  // Idempotency key of the current input: a retry after a lost answer, or a second click, stores the tag once.
  const [attempt, setAttempt] = useState(randomId);
  const [{ data: me }] = useQuery({ query: meQuery });
  const [{ data: header }] = useQuery({ query: ecosystemHeaderQuery, variables: { key: ecosystem } });
  const [{ fetching }, run] = useMutation(importMutation);
  const name = header?.ecosystem?.name;

  const save = async () => {
    if (!me || !name) return;
    setTrouble(null);
    const says = what === "type" ? { type } : { label: label.trim() };
    if (says.label === "") {
      setTrouble("Enter a label.");
      return;
    }
    const content = tagDocument({
      ecosystem: { key: ecosystem, name },
      focal,
      rival: threat.rival.key,
      says,
      reason,
      by: me.me.name,
      at: new Date().toISOString(),
    });
    const { data, error } = await run(
      {
        input: {
          format: "ECOSYSTEM",
          content,
          idempotencyKey: attempt,
          why: whyTagged(threat.rival.name, says, reason),
        },
      },
      { additionalTypenames: ["Ecosystem", "Record"] },
    );
    const refused = data?.importEcosystem.errors[0]?.message;
    if (error || refused) {
      // The key is kept: a refused tag was not stored, and one whose answer was lost may have been.
      setTrouble(refused ?? describeFailure(error!).detail);
    } else onDone(true);
  };

  return (
    <form
      className="tag-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {what === "type" ? (
        <NativeSelect
          size="xs"
          label="Competitor type"
          data={types}
          value={type}
          autoFocus
          onChange={(event) => {
            setType(event.currentTarget.value as CompetitorType);
            setAttempt(randomId());
          }}
        />
      ) : (
        <TextInput
          size="xs"
          label="Label"
          description="In your own words, for example “watch closely”."
          maxLength={200}
          required
          value={label}
          autoFocus
          onChange={(event) => {
            setLabel(event.currentTarget.value);
            setAttempt(randomId());
          }}
        />
      )}
      <TextInput
        size="xs"
        label="Reason"
        maxLength={1000}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setAttempt(randomId());
        }}
      />
      <Button size="xs" type="submit" loading={fetching} disabled={!me || !name}>
        Save
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={() => onDone(false)}>
        Cancel
      </Button>
      {trouble && <p role="alert">The tag could not be saved. {trouble}</p>}
    </form>
  );
}
