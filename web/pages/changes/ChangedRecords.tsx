import { Button } from "@mantine/core";
import { useState } from "react";
import { useQuery } from "urql";
import { ChangedRecord } from "../../shared/ChangedRecord.tsx";
import { Failed, Loading } from "../../shared/States.tsx";
import { changedRecordsQuery } from "./changes.graphql.ts";

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
          <ChangedRecord key={`${node.kind} ${node.key}`} ecosystem={ecosystem} record={node} />
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
