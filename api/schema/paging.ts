import { InvalidInput } from "../shared/domain-errors.ts";

const mostRows = 100;
export const defaultFirst = 20;

/** `first` within 0..100, or undefined where absent. Checked here for literals and variables alike. */
export function readFirst(first: number | null | undefined): number | undefined {
  if (first === null || first === undefined) return undefined;
  if (first < 0 || first > mostRows)
    throw new InvalidInput(`first is ${first}: give a number from 0 to ${mostRows}.`, "BAD_FIRST");
  return first;
}

export interface Connection<Row> {
  edges: { cursor: string; node: Row }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

const mark = "after:";
export const toCursor = (name: string) => Buffer.from(`${mark}${name}`, "utf8").toString("base64url");

/** What a cursor names; null when it is none of ours. */
export function fromCursor(cursor: string): string | null {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  return text.startsWith(mark) ? text.slice(mark.length) : null;
}

export const unknownRow = () => new InvalidInput("after names no row of this list: start again without it.");

/** One page of rows; `after` names a row by its key, so that a row added earlier in the list moves nothing. */
export function toConnection<Row extends { key: string }>(
  rows: readonly Row[],
  args: { first?: number | null; after?: string | null },
): Connection<Row> {
  const first = readFirst(args.first) ?? defaultFirst;
  const after = args.after ? fromCursor(args.after) : null;
  const found = after === null ? -1 : rows.findIndex(({ key }) => key === after);
  if (args.after && found < 0) throw unknownRow();
  const page = rows.slice(found + 1, found + 1 + first);
  const edges = page.map((node) => ({ cursor: toCursor(node.key), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: found + 1 + page.length < rows.length,
      hasPreviousPage: found >= 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: rows.length,
  };
}
