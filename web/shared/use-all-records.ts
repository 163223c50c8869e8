import { useEffect, useState } from "react";
import { type CombinedError, type OperationResult, useClient } from "urql";
import type { ResultOf } from "../graphql/graphql.ts";
import type { RecordKind } from "../graphql/schema-types.ts";
import { type RecordRow, recordsQuery } from "./records.graphql.ts";

const pageSize = 100;
const anew = { requestPolicy: "network-only" } as const;

interface Answer {
  of: string;
  rows: RecordRow[];
  total: number | null;
  more: boolean;
  error?: CombinedError;
}

/**
 * All records of a kind, a page after the other; what has come is shown while the rest is on the way. `again` reads them
 * anew after a change, without taking away what is shown.
 */
export function useAllRecords(ecosystem: string, kind: RecordKind) {
  const client = useClient();
  const of = `${ecosystem} ${kind}`;
  const [answer, setAnswer] = useState<Answer>({ of, rows: [], total: null, more: true });
  const [reading, setReading] = useState(0);
  useEffect(() => {
    let current = true;
    const load = async () => {
      let rows: RecordRow[] = [];
      let after: string | null = null;
      while (current) {
        const answer: OperationResult<ResultOf<typeof recordsQuery>> = await client
          .query(recordsQuery, { key: ecosystem, kind, first: pageSize, after }, reading > 0 ? anew : undefined)
          .toPromise();
        if (!current) return;
        const { data, error } = answer;
        const page = data?.ecosystem?.records;
        if (error || !page) {
          setAnswer({ of, rows, total: null, more: false, ...(error && { error }) });
          return;
        }
        rows = [...rows, ...page.edges.map((edge) => edge.node)];
        const more = page.pageInfo.hasNextPage;
        // What is read anew is shown once it is whole: till then it would seem to have lost its end.
        if (reading === 0 || !more) setAnswer({ of, rows, total: page.totalCount, more });
        if (!more) return;
        after = page.pageInfo.endCursor;
      }
    };
    void load();
    return () => {
      current = false;
    };
  }, [client, ecosystem, kind, of, reading]);
  // An answer for what was shown before is no answer to what is asked now.
  const now: Answer = answer.of === of ? answer : { of, rows: [], total: null, more: true };
  return { ...now, fetching: now.more, again: () => setReading((before) => before + 1) };
}
