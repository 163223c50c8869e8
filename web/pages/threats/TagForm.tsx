import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { ecosystemHeaderQuery } from "../../graphql/ecosystem-header.graphql.ts";
import { meQuery } from "../../graphql/me.graphql.ts";
import type { CompetitorType } from "../../graphql/schema-types.ts";
import { importMutation } from "../../import/import.graphql.ts";
import { competitorWords } from "../../shared/words.ts";
import type { Tag } from "./tag.ts";
import { tagDocument } from "./tag-document.ts";
import { whyTagged } from "./tag-words.ts";
import type { Threat } from "./threats.graphql.ts";

interface Props {
  ecosystem: string;
  focal: string;
  threat: Threat;
  /** The tag with a type that there is already. */
  typed: Tag | undefined;
  /** What is given: the type of competitor, or a label in the analyst's own words. */
  what: "type" | "label";
  /** saved: something is stored that was not there. */
  onDone(saved: boolean): void;
}

const types = Object.entries(competitorWords).map(([value, label]) => ({ value, label }));

/** The way to say what type of competitor a rival is, or a word on it: signed, dated, with a reason. */
export function TagForm({ ecosystem, focal, threat, typed, what, onDone }: Props) {
  const [type, setType] = useState<CompetitorType>(threat.type);
  const [label, setLabel] = useState("");
  const [reason, setReason] = useState((what === "type" && typed?.reason) || "");
  const [trouble, setTrouble] = useState<string | null>(null);
  // One key for what is typed now: a lost answer and a second click store it once.
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  const [{ data: me }] = useQuery({ query: meQuery });
  const [{ data: header }] = useQuery({ query: ecosystemHeaderQuery, variables: { key: ecosystem } });
  const [{ fetching }, run] = useMutation(importMutation);
  const name = header?.ecosystem?.name;

  const save = async () => {
    if (!me || !name) return;
    setTrouble(null);
    const says = what === "type" ? { type } : { label: label.trim() };
    if (says.label === "") {
      setTrouble("Say what the label is.");
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
      { input: { format: "ECOSYSTEM", content, idempotencyKey: attempt, why: whyTagged(threat.rival.name, says) } },
      { additionalTypenames: ["Ecosystem", "Record"] },
    );
    const refused = data?.importEcosystem.errors[0]?.message;
    if (error || refused) {
      // The key stays: what was refused was not stored, and what was lost on the way may have been.
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
          label="Type of competitor"
          data={types}
          value={type}
          autoFocus
          onChange={(event) => {
            setType(event.currentTarget.value as CompetitorType);
            setAttempt(crypto.randomUUID());
          }}
        />
      ) : (
        <TextInput
          size="xs"
          label="Label"
          description="In your own words: watch closely, partner and rival."
          maxLength={200}
          required
          value={label}
          autoFocus
          onChange={(event) => {
            setLabel(event.currentTarget.value);
            setAttempt(crypto.randomUUID());
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
          setAttempt(crypto.randomUUID());
        }}
      />
      <Button size="xs" type="submit" loading={fetching} disabled={!me || !name}>
        Save the tag
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={() => onDone(false)}>
        Cancel
      </Button>
      {trouble && <p role="alert">The tag is not saved. {trouble}</p>}
    </form>
  );
}
