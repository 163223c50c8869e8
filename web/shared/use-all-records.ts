import { useEffect, useRef, useState } from "react";
import { type CombinedError, type OperationResult, useClient } from "urql";
import type { ResultOf } from "../graphql/graphql.ts";
import type { RecordKind } from "../graphql/schema-types.ts";
import { useRedraws } from "../live/use-live-ecosystem.ts";
import { type RecordRow, recordsQuery } from "./records.graphql.ts";

const pageSize = 100;
const noCache = { requestPolicy: "network-only" } as const;

interface Options {
  /** The day whose validity each record tells; today when it is null. */
  asOf?: string | null;
  /** Loads nothing. */
  pause?: boolean;
}

interface Answer {
  of: string;
  rows: RecordRow[];
  total: number | null;
  more: boolean;
  error?: CombinedError;
}

/**
 * Loads all records of a kind, page by page; loaded ones are returned while the rest is loading. `again`, and a change
 * by anybody, reload them and keep the current rows until then.
 */
export function useAllRecords(ecosystem: string, kind: RecordKind, { asOf = null, pause = false }: Options = {}) {
  const client = useClient();
  const of = `${ecosystem} ${kind} ${asOf ?? ""}`;
  const [answer, setAnswer] = useState<Answer>({ of, rows: [], total: null, more: true });
  const [reading, setReading] = useState(0);
  const redraws = useRedraws(ecosystem);
  /** What has been loaded whole. */
  const whole = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a redraw loads again what the cache has dropped.
  useEffect(() => {
    if (pause) return;
    let current = true;
    const load = async () => {
      let rows: RecordRow[] = [];
      let after: string | null = null;
      while (current) {
        const answer: OperationResult<ResultOf<typeof recordsQuery>> = await client
          .query(
            recordsQuery,
            { key: ecosystem, kind, first: pageSize, after, asOf },
            reading > 0 ? noCache : undefined,
          )
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
        // A reload replaces the rows only when complete: before, records would seem to be missing.
        if (whole.current !== of || !more) setAnswer({ of, rows, total: page.totalCount, more });
        if (!more) {
          whole.current = of;
          return;
        }
        after = page.pageInfo.endCursor;
      }
    };
    void load();
    return () => {
      current = false;
    };
  }, [client, ecosystem, kind, asOf, pause, of, reading, redraws]);
  // An answer for another ecosystem, kind or day is ignored.
  const now: Answer = answer.of === of ? answer : { of, rows: [], total: null, more: true };
  return { ...now, fetching: now.more && !pause, again: () => setReading((before) => before + 1) };
}
