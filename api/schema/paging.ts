import { InvalidInput } from "../shared/domain-errors.ts";
import { builder } from "./builder.ts";

const maxFirst = 100;
export const defaultFirst = 20;

/** Shared argument of a list that can be limited to its first rows. */
export const firstArgs = builder.args((t) => ({
  first: t.int({ description: `The number of rows at most, 0 to ${maxFirst}.` }),
}));

/** Shared arguments of a paged list (Relay). */
export const pageArgs = {
  ...firstArgs,
  ...builder.args((t) => ({ after: t.string({ description: "The cursor of the last row of the page before." }) })),
};

/** `first` within 0..100, or undefined where absent. Checked here for literals and variables alike. */
export function readFirst(first: number | null | undefined): number | undefined {
  if (first === null || first === undefined) return undefined;
  if (first < 0 || first > maxFirst)
    throw new InvalidInput(`first is ${first}: give a number from 0 to ${maxFirst}.`, "BAD_FIRST");
  return first;
}

export interface Edge<Row> {
  cursor: string;
  node: Row;
}

export interface Connection<Row> {
  edges: Edge<Row>[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

const prefix = "after:";
export const toCursor = (name: string) => Buffer.from(`${prefix}${name}`, "utf8").toString("base64url");

/** Content of a cursor; null when it is invalid. */
export function fromCursor(cursor: string): string | null {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  return text.startsWith(prefix) ? text.slice(prefix.length) : null;
}

export const unknownCursor = () =>
  new InvalidInput("after is not the cursor of a row of this list: start again without it.");

/** Connection of one page of rows, given whether there are rows before and after it. */
export function connectionOf<Row>(
  edges: Edge<Row>[],
  { hasNextPage, hasPreviousPage, totalCount }: { hasNextPage: boolean; hasPreviousPage: boolean; totalCount: number },
): Connection<Row> {
  const [startCursor, endCursor] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
  return { edges, pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor }, totalCount };
}

/** One page of rows; `after` names a row by its key, so that rows added earlier in the list do not shift the page. */
export function toConnection<Row extends { key: string }>(
  rows: readonly Row[],
  args: { first?: number | null; after?: string | null },
): Connection<Row> {
  const first = readFirst(args.first) ?? defaultFirst;
  const after = args.after ? fromCursor(args.after) : null;
  const found = after === null ? -1 : rows.findIndex(({ key }) => key === after);
  if (args.after && found < 0) throw unknownCursor();
  const page = rows.slice(found + 1, found + 1 + first);
  return connectionOf(
    page.map((node) => ({ cursor: toCursor(node.key), node })),
    {
      hasNextPage: found + 1 + page.length < rows.length,
      hasPreviousPage: found >= 0,
      totalCount: rows.length,
    },
  );
}
