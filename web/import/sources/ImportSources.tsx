import { Button, Checkbox, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type CombinedError, useMutation, useQuery } from "urql";
import { describeFailure, failureText } from "../../graphql/client.ts";
import { count, formatMoment } from "../../shared/format.ts";
import { keyOfName } from "../../shared/key-of-name.ts";
import { Listed, placeOfSkipped } from "../table/Listed.tsx";
import {
  importSourcesQuery,
  type Reading,
  readSourceMutation,
  removeSourceMutation,
  type Source,
  saveSourceMutation,
} from "./import-sources.graphql.ts";
import "./import-sources.css";

const outcomes: Record<NonNullable<Source["outcome"]>, string> = {
  UNCHANGED: "No changes",
  CHANGED: "Changes not stored yet",
  STORED: "Changes stored",
  FAILED: "Could not be read",
};

/** What becomes of a fact that the file no longer says, when the changes are stored. */
const fates: Record<NonNullable<Reading["preview"]>["noLongerSaid"][number]["outcome"], string> = {
  ENDED: "It ends.",
  REMOVED: "It is deleted.",
  RELEASED: "It stays on other evidence.",
  KEPT: "It stays.",
};

/** The list is asked again after each change of a source, also while it is empty. */
const ofSources = { additionalTypenames: ["ImportSource"] };

/** Files that the server reads again: what was found last, and what reading one now would change. */
export default function ImportSources({ ecosystem }: { ecosystem: string }) {
  const variables = { key: ecosystem };
  const [{ data, error }] = useQuery({ query: importSourcesQuery, variables, context: ofSources });
  const [reading, setReading] = useState<Reading | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [, read] = useMutation(readSourceMutation);
  const [, remove] = useMutation(removeSourceMutation);
  const sources = data?.ecosystem?.importSources ?? [];

  const run = async (source: string, work: () => Promise<{ error?: CombinedError }>) => {
    setBusy(source);
    setFailure(null);
    const answer = await work();
    if (answer.error) setFailure(failureText(answer.error));
    setBusy(null);
  };
  const readNow = (source: string, expectedHash?: string) =>
    run(source, async () => {
      const answer = await read(
        { ecosystem, source, ...(expectedHash !== undefined && { store: true, expectedHash }) },
        { additionalTypenames: ["Ecosystem"] },
      );
      setReading(answer.data?.readImportSource ?? null);
      return answer;
    });

  return (
    <section className="import-sources" aria-label="Live sources">
      {(error || failure) && <p role="alert">{failure ?? describeFailure(error!).detail}</p>}
      {sources.length === 0 && !error && (
        <p className="quiet">
          {data
            ? "Files at an address or on the server that are read again will appear here."
            : "Loading live sources…"}
        </p>
      )}
      <ul>
        {sources.map(({ key, name, address, daily, readAt, outcome, message }) => (
          <li key={key}>
            <div>
              <strong>{name}</strong> <span className="quiet">{address}</span>
              <p className="quiet">
                {daily ? "Read daily. " : ""}
                {readAt ? `Last read ${formatMoment(readAt)}: ${outcome ? outcomes[outcome] : ""}` : "Not read yet"}
                {message && ` (${message})`}
              </p>
            </div>
            <Button size="compact-xs" variant="default" loading={busy === key} onClick={() => void readNow(key)}>
              Read now
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Delete the source ${name}`}
              disabled={busy === key}
              onClick={() => void run(key, () => remove({ ecosystem, source: key }, ofSources))}
            >
              Delete
            </Button>
            {reading?.source.key === key && (
              <Difference reading={reading} onStore={() => void readNow(key, reading.preview?.hash)} />
            )}
          </li>
        ))}
      </ul>
      <NewSource ecosystem={ecosystem} taken={new Set(sources.map(({ key }) => key))} />
    </section>
  );
}

/** What reading a source would change, before it is stored. */
function Difference({ reading: { source, preview }, onStore }: { reading: Reading; onStore(): void }) {
  if (!preview || source.outcome !== "CHANGED") return null;
  const { created, updated, removed, sample, skipped, noLongerSaid, noLongerSaidCounts: gone } = preview;
  const ending = gone.ended + gone.removed;
  return (
    <div className="import-source-difference">
      <p>
        {created} new, {updated} updated, {removed} removed
        {ending > 0 && `; ${count(ending, "fact is no longer said", "facts are no longer said")}`}
      </p>
      <ol>
        {sample.slice(0, 10).map((sentence, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two records may read the same, and they keep their places.
          <li key={at}>{sentence}</li>
        ))}
      </ol>
      {noLongerSaid.length > 0 && (
        <details>
          <summary>No longer said</summary>
          <ul>
            {noLongerSaid.slice(0, 100).map(({ id, said, outcome, reason }) => (
              <li key={id}>
                {said} {fates[outcome]} <span className="quiet">{reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Listed
        isOpen
        title={count(skipped.length, "row or cell not read", "rows and cells not read")}
        entries={skipped.map(placeOfSkipped)}
      />
      <Button size="xs" onClick={onStore}>
        Store these changes
      </Button>
    </div>
  );
}

function NewSource({ ecosystem, taken }: { ecosystem: string; taken: ReadonlySet<string> }) {
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const [daily, setDaily] = useState(false);
  const [stores, setStores] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [{ fetching }, save] = useMutation(saveSourceMutation);
  const isTaken = taken.has(keyOfName(name));
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching) return;
    const { error } = await save({ input: { ecosystem, name, address, daily, stores } }, ofSources);
    setFailure(error ? describeFailure(error).detail : null);
    if (error) return;
    setName("");
    setAddress("");
    setDaily(false);
    setStores(false);
  };
  return (
    <details>
      <summary>Add a live source</summary>
      <form onSubmit={(event) => void add(event)}>
        <TextInput
          size="xs"
          label="Name"
          description={isTaken && "A source of this name exists: saving replaces its address and choices."}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label="Address"
          description="An address, or a path on the server, that the server's operator has allowed (ECOTONE_SOURCES)."
          value={address}
          error={failure}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label="Read daily"
          checked={daily}
          onChange={(event) => setDaily(event.currentTarget.checked)}
        />
        <Checkbox
          size="xs"
          label="Store changes without showing them first"
          checked={stores}
          onChange={(event) => setStores(event.currentTarget.checked)}
        />
        <Button type="submit" size="xs" loading={fetching} disabled={name === "" || address === ""}>
          {isTaken ? "Replace source" : "Add source"}
        </Button>
      </form>
    </details>
  );
}
