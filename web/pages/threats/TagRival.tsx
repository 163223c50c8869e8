import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { ecosystemHeaderQuery, importMutation, meQuery } from "../../graphql/operations.ts";
import { type Tag, tagsQuery } from "../../graphql/operations-report.ts";
import type { CompetitorType, Threat } from "../../graphql/types.ts";
import { formatDate } from "../../shared/format.ts";
import { competitorWords } from "../../shared/words.ts";
import { tagDocument } from "./tag-document.ts";

interface Props {
  ecosystem: string;
  focal: string;
  threat: Threat;
}

const types = Object.entries(competitorWords).map(([value, label]) => ({ value, label }));
const ofTags = { additionalTypenames: ["Record"] };

/** What analysts say of a rival, and the way to say it: a type with its reason, signed and dated. */
export function TagRival({ ecosystem, focal, threat }: Props) {
  const [{ data, error }] = useQuery({ query: tagsQuery, variables: { key: ecosystem }, context: ofTags });
  const [editing, setEditing] = useState(false);
  const edges = data?.ecosystem?.records.edges ?? [];
  const tags = edges.map(({ node }) => node.data).filter((t) => t.actor === threat.rival.key && t.focal === focal);
  const typed = tags.find(({ type }) => type !== undefined);
  return (
    <section className="rival-tags" aria-label={`Tags of ${threat.rival.name}`}>
      {error && <p role="alert">Its tags could not be read. {describeFailure(error).detail}</p>}
      <ul>
        {tags.map((tag) => (
          <li key={tag.label ?? ""}>
            <span className="tag">{tag.type ? competitorWords[tag.type] : tag.label}</span>{" "}
            <bdi>{tag.reason ?? "No reason given."}</bdi>{" "}
            <span className="quiet">{[tag.by, tag.at && formatDate(tag.at)].filter(Boolean).join(", ")}</span>
          </li>
        ))}
      </ul>
      {threat.tagOutdated && (
        <p className="quiet">
          The facts now speak for {competitorWords[threat.inferredType].toLowerCase()}. The tag holds until it is
          changed.
        </p>
      )}
      {editing ? (
        <TagForm {...{ ecosystem, focal, threat, typed }} onDone={() => setEditing(false)} />
      ) : (
        <Button variant="default" size="compact-xs" onClick={() => setEditing(true)}>
          {typed ? "Change the type" : "Tag its type"}
        </Button>
      )}
    </section>
  );
}

function TagForm({ ecosystem, focal, threat, typed, onDone }: Props & { typed: Tag | undefined; onDone(): void }) {
  const [type, setType] = useState<CompetitorType>(threat.type);
  const [reason, setReason] = useState(typed?.reason ?? "");
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
    const content = tagDocument({
      ecosystem: { key: ecosystem, name },
      focal,
      rival: threat.rival.key,
      type,
      reason,
      by: me.me.name,
      at: new Date().toISOString(),
    });
    const { data, error } = await run(
      { input: { format: "ECOSYSTEM", content, idempotencyKey: attempt } },
      { additionalTypenames: ["Ecosystem", "Record"] },
    );
    const refused = data?.importEcosystem.errors[0]?.message;
    if (error || refused) {
      // The key stays: what was refused was not stored, and what was lost on the way may have been.
      setTrouble(refused ?? describeFailure(error!).detail);
    } else onDone();
  };

  return (
    <form
      className="tag-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
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
      <Button size="xs" variant="subtle" color="gray" onClick={onDone}>
        Cancel
      </Button>
      {trouble && <p role="alert">The tag is not saved. {trouble}</p>}
    </form>
  );
}
