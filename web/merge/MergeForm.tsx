import { Button, Radio } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useQuery } from "urql";
import { useChanges } from "../changes/use-changes.ts";
import { RecordPicker } from "../fields/RecordPicker.tsx";
import { describeFailure } from "../graphql/client.ts";
import { describedKind } from "../shared/described-records.ts";
import { Loading } from "../shared/States.tsx";
import { useIdempotencyKey } from "../shared/use-idempotency-key.ts";
import { MergeChoices } from "./MergeChoices.tsx";
import { MergedRecords } from "./MergedRecords.tsx";
import { type MergeRecord, mergeSideQuery } from "./merge.graphql.ts";
import { type Chosen, useMergePreview } from "./use-merge-preview.ts";
import "./merge.css";
import { ofFacts } from "../live/use-live-ecosystem.ts";
import { inSentences } from "../shared/in-sentences.ts";
import { onEscape } from "../shared/on-escape.ts";

interface Props {
  ecosystem: string;
  /** Node id of the record that stays, unless the person says otherwise. */
  id: string;
  /** Node id of the other one; absent: it is to be chosen. */
  otherId?: string | undefined;
  /** @param kept node id of the record that has stayed */
  onDone(kept: string, label: string): void;
  onCancel(): void;
}

const noChoice: Chosen = {};

/** Makes one record of two, after showing every record that this touches. */
export default function MergeForm({ ecosystem, id, otherId, onDone, onCancel }: Props) {
  const [picked, setPicked] = useState<string | null>(otherId ?? null);
  const [isSwapped, setSwapped] = useState(false);
  const [chosen, setChosen] = useState<Chosen>(noChoice);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const keyOf = useIdempotencyKey();
  const changes = useChanges(ecosystem);
  const one = useMergeRecord(id);
  const other = useMergeRecord(picked);
  const [into, from] = isSwapped ? [other.record, one.record] : [one.record, other.record];
  const shown = useMergePreview(changes, into, from, chosen);
  const form = useRef<HTMLFormElement>(null);
  const hasBoth = Boolean(into && from);
  // The form has nothing to focus before both are read.
  useEffect(() => {
    if (hasBoth && !form.current?.contains(document.activeElement))
      form.current?.querySelector<HTMLElement>("input:checked")?.focus();
  }, [hasBoth]);
  const failure = one.failure ?? other.failure ?? trouble;
  if (!one.record) return failure ? <p role="alert">{failure}</p> : <Loading rows={3} />;
  const { kind, key, label } = one.record.asRecord;
  const { singular } = describedKind(kind);
  const preview = shown && "preview" in shown ? shown.preview : null;
  const refusals = preview?.errors ?? [];
  const isReady = preview !== null && refusals.length === 0;

  const merge = async () => {
    if (!isReady || !into || !from || isBusy) return;
    const { merging } = preview;
    setBusy(true);
    setTrouble(null);
    const name = `Merge ${from.asRecord.label} into ${into.asRecord.label}`;
    const sent = await changes.merge(merging, name, keyOf(merging));
    setBusy(false);
    if ("failure" in sent) return setTrouble(sent.failure);
    if (sent.answer.errors.length === 0) return onDone(into.id, name);
    setTrouble(inSentences(sent.answer.errors));
    // Somebody else has changed one of them: what is shown is asked for again.
    one.reload();
    other.reload();
  };
  const choose = (next: Chosen) => {
    setTrouble(null);
    setChosen(next);
  };

  return (
    <form
      ref={form}
      className="record-form merge-form"
      aria-label={`Merge ${singular}`}
      onSubmit={(event) => {
        event.preventDefault();
        void merge();
      }}
      onKeyDown={onEscape(onCancel)}
    >
      <h3>
        Merge <bdi>{label}</bdi> {other.record ? "and" : "with…"}{" "}
        {other.record && <bdi>{other.record.asRecord.label}</bdi>}
      </h3>
      {!otherId && (
        <RecordPicker
          ecosystem={ecosystem}
          kind={kind}
          label={`The other ${singular}`}
          description={`One ${singular} is made of the two: what refers to either refers to it.`}
          isList={false}
          canCreate={false}
          without={[key]}
          value={other.record ? [other.record.asRecord.key] : []}
          autoFocus
          onChange={() => choose(noChoice)}
          onPick={setPicked}
        />
      )}
      {into && from && (
        <>
          <Radio.Group
            size="xs"
            label="Which record stays"
            description="Its key stays. The name of the other one becomes another name of it, and links to the other one lead to it."
            value={isSwapped ? "other" : "one"}
            onChange={(which) => {
              setSwapped(which === "other");
              choose(noChoice);
            }}
          >
            {[one.record, other.record!].map(({ id, asRecord }, at) => (
              <Radio
                key={id}
                size="xs"
                value={at === 0 ? "one" : "other"}
                label={<bdi>{asRecord.label}</bdi>}
                description={<bdi>{asRecord.key}</bdi>}
              />
            ))}
          </Radio.Group>
          {shown === null ? (
            <Loading rows={3} />
          ) : preview ? (
            <>
              <MergeChoices preview={preview} into={into} from={from} chosen={chosen} onChosen={choose} />
              <MergedRecords ecosystem={ecosystem} changed={preview.changed} />
            </>
          ) : (
            <p role="alert">{"failure" in shown ? shown.failure : ""}</p>
          )}
        </>
      )}
      {refusals.map(({ message }) => (
        <p role="alert" key={message}>
          {message}
        </p>
      ))}
      {failure && <p role="alert">{failure}</p>}
      <footer>
        <Button size="xs" type="submit" loading={isBusy} disabled={!isReady}>
          Merge
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
          Cancel
        </Button>
      </footer>
    </form>
  );
}

/** A record as it is now, with the version that a merge rests on. */
function useMergeRecord(id: string | null) {
  const [{ data, error }, ask] = useQuery({
    query: mergeSideQuery,
    variables: { id: id ?? "" },
    pause: id === null,
    requestPolicy: "cache-and-network",
    context: ofFacts,
  });
  const node = id !== null && data?.node?.id === id && "version" in data.node ? data.node : null;
  return {
    record: node as MergeRecord | null,
    failure: error
      ? describeFailure(error).detail
      : data && !node && data.node === null
        ? "It no longer exists."
        : null,
    reload: () => ask({ requestPolicy: "network-only" }),
  };
}
