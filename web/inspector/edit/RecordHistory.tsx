import { Button } from "@mantine/core";
import { useState } from "react";
import { useQuery } from "urql";
import { useChanges } from "../../changes/use-changes.ts";
import { ofFacts } from "../../live/use-live-ecosystem.ts";
import { changedFields, changeTypeOf } from "../../shared/changed-fields.ts";
import { formatMoment } from "../../shared/format.ts";
import { inSentences } from "../../shared/in-sentences.ts";
import { Failed, Loading } from "../../shared/States.tsx";
import type { EditedRecord } from "./edited-record.ts";
import { type HistoryEntry, historyQuery } from "./history.graphql.ts";

const pageSize = 20;

interface Props {
  record: EditedRecord;
  /** Node id. */
  id: string;
  /** Only changes of revisions before it. */
  before?: number | null;
}

/** Who changed which field from what to what, why and when; each change can be reverted. */
export function RecordHistory({ record, id, before = null }: Props) {
  const [showsMore, setShowsMore] = useState(false);
  const [{ data, error, fetching }, again] = useQuery({
    query: historyQuery,
    variables: { id, before },
    context: ofFacts,
  });
  if (error) return <Failed part error={error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const node = data?.node;
  const entries = node && "history" in node ? node.history : null;
  if (!entries) return fetching ? <Loading rows={3} /> : <p className="quiet">No changes are recorded.</p>;
  const last = entries.at(-1)?.revision;
  return (
    <>
      <ol className="record-history">
        {entries.map((entry) => (
          <Entry key={entry.revision} record={record} entry={entry} />
        ))}
      </ol>
      {entries.length === pageSize && !showsMore && (
        <Button size="compact-xs" variant="default" onClick={() => setShowsMore(true)}>
          Show earlier changes
        </Button>
      )}
      {showsMore && last !== undefined && <RecordHistory record={record} id={id} before={last} />}
    </>
  );
}

const verbs = { created: "added it", updated: "changed it", removed: "removed it" };

function Entry({ record, entry }: { record: EditedRecord; entry: HistoryEntry }) {
  const { revision, at, who, why } = entry;
  const [outcome, setOutcome] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const changes = useChanges(record.ecosystem);
  const fields = changedFields({ kind: record.kind, ...entry });
  const type = changeTypeOf(entry);

  const revert = async () => {
    setBusy(true);
    const sent = await changes.revert(revision, `Revert the change of ${record.label} by ${who}`);
    setBusy(false);
    const trouble = "failure" in sent ? sent.failure : inSentences(sent.answer.errors);
    setOutcome(trouble === "" ? null : `It could not be reverted. ${trouble}`);
  };

  return (
    <li>
      <p>
        <bdi>{who}</bdi> {verbs[type]} <span className="quiet">{formatMoment(String(at))}</span>
      </p>
      {why && (
        <p className="quiet">
          <bdi>{why}</bdi>
        </p>
      )}
      {type === "updated" && (
        <dl className="facts">
          {fields.map(({ name, was, is }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{was ?? "–"}</bdi> → <bdi>{is ?? "–"}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Button
        size="compact-xs"
        variant="default"
        loading={isBusy}
        aria-label={`Revert the change by ${who} of ${formatMoment(String(at))}`}
        onClick={() => void revert()}
      >
        Revert
      </Button>
      {outcome && <p role="alert">{outcome}</p>}
    </li>
  );
}
