import { Button } from "@mantine/core";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { formatDayOf } from "../../shared/format.ts";
import { inSentences } from "../../shared/in-sentences.ts";
import { deletedEcosystemsQuery, restoreEcosystemMutation } from "./ecosystems.graphql.ts";

const context = { additionalTypenames: ["Ecosystem", "DeletedEcosystem"] };

/** Ecosystems that were deleted in the last 30 days, each with the button that restores it; nothing where there are none. */
export function DeletedEcosystems() {
  const [{ data }] = useQuery({ query: deletedEcosystemsQuery, context, requestPolicy: "cache-and-network" });
  const [{ fetching }, restore] = useMutation(restoreEcosystemMutation);
  const [busy, setBusy] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const deleted = data?.deletedEcosystems ?? [];

  const run = async (key: string, name: string) => {
    setBusy(key);
    setTrouble(null);
    const { data, error } = await restore({ input: { key } }, context);
    const errors = data?.restoreEcosystem.errors ?? [];
    if (error) setTrouble(`${name} could not be restored. ${describeFailure(error).detail}`);
    else if (errors.length > 0) setTrouble(`${name} could not be restored. ${inSentences(errors)}`);
    else setSaid(`Restored: ${name}.`);
    setBusy(null);
  };

  return (
    <>
      <p className="unseen" role="status">
        {said}
      </p>
      {trouble && <p role="alert">{trouble}</p>}
      {deleted.length > 0 && (
        <details className="deleted-ecosystems">
          <summary>Deleted ecosystems ({deleted.length})</summary>
          <p className="quiet">Each can be restored for 30 days after it was deleted.</p>
          <ul>
            {deleted.map(({ key, name, deletedAt, deletedBy }) => (
              <li key={key}>
                <span>
                  <bdi>{name}</bdi>{" "}
                  <span className="quiet">
                    {key} · deleted {formatDayOf(String(deletedAt))} by <bdi>{deletedBy}</bdi>
                  </span>
                </span>
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={fetching && busy === key}
                  aria-label={`Restore ${name}`}
                  onClick={() => void run(key, name)}
                >
                  Restore
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
