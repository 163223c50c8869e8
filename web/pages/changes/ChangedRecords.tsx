import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Failed, Loading } from "../../shared/States.tsx";
import { plain } from "../../shared/words.ts";
import { recordKindTabs } from "../table/record-kinds.ts";
import { type ChangedField, changedFields, deedOf } from "./changed-fields.ts";
import { type ChangedRecord, changedRecordsQuery } from "./changes.graphql.ts";

interface Props {
  ecosystem: string;
  revision: number;
  /** The cursor of the record to go on after. */
  after?: string | null;
}

/** What a change did to its records, a page below the other: which ones, and what each said before and after. */
export function ChangedRecords({ ecosystem, revision, after = null }: Props) {
  const [goesOn, setGoesOn] = useState(false);
  const variables = { key: ecosystem, before: revision + 1, after };
  const [{ data, error, fetching }, again] = useQuery({ query: changedRecordsQuery, variables });
  if (error) return <Failed part error={error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (fetching && !data) return <Loading rows={3} />;
  const page = data?.ecosystem?.changes.find((change) => change.revision === revision)?.records;
  if (!page) return <p className="quiet">This change is no longer here.</p>;
  const { hasNextPage, endCursor } = page.pageInfo;
  return (
    <>
      <ul className="changed-records" aria-label={`Records of revision ${revision}`}>
        {page.edges.map(({ node }) => (
          <Changed key={`${node.kind} ${node.key}`} ecosystem={ecosystem} record={node} />
        ))}
      </ul>
      {hasNextPage && !goesOn && (
        <Button size="xs" variant="default" onClick={() => setGoesOn(true)}>
          Show more records
        </Button>
      )}
      {goesOn && <ChangedRecords ecosystem={ecosystem} revision={revision} after={endCursor} />}
    </>
  );
}

/** Views have no table of their own: the change log alone tells of them. */
const kindLabels = new Map<ChangedRecord["kind"], string>(recordKindTabs.map(({ value, label }) => [value, label]));

function Changed({ ecosystem, record }: { ecosystem: string; record: ChangedRecord }) {
  const deed = deedOf(record);
  const fields = changedFields(record);
  const { kind, label, node } = record;
  return (
    <li>
      <p>
        <span className="tag">{deed}</span>{" "}
        {node ? (
          <Link to="/e/$ecosystem/map" params={{ ecosystem }} search={{ selected: node.id }}>
            <bdi>{label}</bdi>
          </Link>
        ) : (
          <bdi>{label}</bdi>
        )}{" "}
        <span className="quiet">{kindLabels.get(kind) ?? plain(kind)}</span>
      </p>
      {deed === "updated" ? (
        <Fields deed={deed} fields={fields} />
      ) : (
        <details>
          <summary>{deed === "removed" ? "What it said" : "What it says"}</summary>
          <Fields deed={deed} fields={fields} />
        </details>
      )}
    </li>
  );
}

/** Fields in words: before → after of one that was updated, struck out where it says nothing any more; else what is or was said. */
function Fields({ deed, fields }: { deed: string; fields: readonly ChangedField[] }) {
  return (
    <dl className="facts">
      {fields.map(({ name, was, is }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {was !== null && <bdi className={deed === "updated" && is === null ? "was" : undefined}>{was}</bdi>}
            {was !== null && is !== null && " → "}
            {is !== null && <bdi>{is}</bdi>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
