import type { Client, CombinedError, OperationResult } from "urql";
import type { ResultOf } from "../graphql/graphql.ts";
import type { RecordKind } from "../graphql/schema-types.ts";
import { gridRecordsQuery } from "./grid-records.graphql.ts";
import type { GridRecord, RecordsByKind } from "./model/grid-facts.ts";

const pageSize = 100;

/**
 * What was read, or why it could not be.
 * @property revision that of the ecosystem when the first of them was read
 */
export type Loaded = { records: RecordsByKind; revision: number } | { error: CombinedError } | { missing: true };

interface Asked {
  ecosystem: string;
  kinds: readonly RecordKind[];
  day: string;
}

/** All records of some kinds, kind by kind. @param onProgress told of how many have been read */
export async function loadRecords(
  client: Client,
  { ecosystem, kinds, day }: Asked,
  isWanted: () => boolean,
  onProgress: (read: number) => void,
): Promise<Loaded | null> {
  const byKind = new Map<RecordKind, readonly GridRecord[]>();
  let read = 0;
  let revision: number | null = null;
  for (const kind of kinds) {
    const records: GridRecord[] = [];
    let after: string | null = null;
    do {
      const answer: OperationResult<ResultOf<typeof gridRecordsQuery>> = await client
        .query(
          gridRecordsQuery,
          { key: ecosystem, kind, first: pageSize, after, asOf: day },
          // A grid's own changes come with their answers: what it reads is what is stored now.
          { requestPolicy: "network-only" },
        )
        .toPromise();
      if (!isWanted()) return null;
      if (answer.error) return { error: answer.error };
      const page = answer.data?.ecosystem?.records;
      if (!page) return { missing: true };
      revision ??= answer.data!.ecosystem!.revision;
      records.push(...page.edges.map(({ node }) => node));
      read += page.edges.length;
      onProgress(read);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    byKind.set(kind, records);
  }
  return { records: byKind, revision: revision ?? 0 };
}
