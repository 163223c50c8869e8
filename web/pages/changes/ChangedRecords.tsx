import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { type ChangedField, changedFields, changeTypeOf } from "../../shared/changed-fields.ts";
import { Failed, Loading } from "../../shared/States.tsx";
import { recordKindWords } from "../../shared/words.ts";
import { type ChangedRecord, changedRecordsQuery } from "./changes.graphql.ts";

interface Props {
  ecosystem: string;
  revision: number;
  /** Cursor of the page before. */
  after?: string | null;
}

/** Changed records of one revision, page by page: which ones, and their fields before and after. */
export function ChangedRecords({ ecosystem, revision, after = null }: Props) {
  const [showsNext, setShowsNext] = useState(false);
  const variables = { key: ecosystem, before: revision + 1, after };
  const [{ data, error, fetching }, again] = useQuery({ query: changedRecordsQuery, variables });
  if (error) return <Failed part error={error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (fetching && !data) return <Loading rows={3} />;
  const page = data?.ecosystem?.changes.find((change) => change.revision === revision)?.records;
  if (!page) return <p className="quiet">This change is no longer in the log.</p>;
  const { hasNextPage, endCursor } = page.pageInfo;
  return (
    <>
      <ul className="changed-records" aria-label={`Records of revision ${revision}`}>
        {page.edges.map(({ node }) => (
          <Changed key={`${node.kind} ${node.key}`} ecosystem={ecosystem} record={node} />
        ))}
      </ul>
      {hasNextPage && !showsNext && (
        <Button size="xs" variant="default" onClick={() => setShowsNext(true)}>
          Show more records
        </Button>
      )}
      {showsNext && <ChangedRecords ecosystem={ecosystem} revision={revision} after={endCursor} />}
    </>
  );
}

function Changed({ ecosystem, record }: { ecosystem: string; record: ChangedRecord }) {
  const changeType = changeTypeOf(record);
  const fields = changedFields(record);
  const { kind, label, node } = record;
  return (
    <li>
      <p>
        <span className="tag">{changeType}</span>{" "}
        {node ? (
          <Link to="/e/$ecosystem/map" params={{ ecosystem }} search={{ selected: node.id }}>
            <bdi>{label}</bdi>
          </Link>
        ) : (
          <bdi>{label}</bdi>
        )}{" "}
        <span className="quiet">{recordKindWords[kind].word}</span>
      </p>
      {changeType === "updated" ? (
        <Fields changeType={changeType} fields={fields} />
      ) : (
        <details>
          <summary>{changeType === "removed" ? "Fields before removal" : "Fields"}</summary>
          <Fields changeType={changeType} fields={fields} />
        </details>
      )}
    </li>
  );
}

/** Field values: before → after for an update, struck out where the value was cleared; otherwise the value itself. */
function Fields({ changeType, fields }: { changeType: string; fields: readonly ChangedField[] }) {
  return (
    <dl className="facts">
      {fields.map(({ name, was, is }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {was !== null && <bdi className={changeType === "updated" && is === null ? "was" : undefined}>{was}</bdi>}
            {was !== null && is !== null && " → "}
            {is !== null && <bdi>{is}</bdi>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
