import type { ObjectRef } from "@pothos/core";
import { builder } from "./builder.ts";
import type { Connection, Edge } from "./paging.ts";

const PageInfo = builder.objectRef<Connection<unknown>["pageInfo"]>("PageInfo").implement({
  description: "The position of a page in its list (Relay).",
  fields: (t) => ({
    hasNextPage: t.exposeBoolean("hasNextPage", { description: "Whether there are rows after this page." }),
    hasPreviousPage: t.exposeBoolean("hasPreviousPage", { description: "Whether there are rows before this page." }),
    startCursor: t.string({
      nullable: true,
      description: "The cursor of its first row; null for an empty page.",
      resolve: ({ startCursor }) => startCursor,
    }),
    endCursor: t.string({
      nullable: true,
      description: "The cursor of its last row; null for an empty page.",
      resolve: ({ endCursor }) => endCursor,
    }),
  }),
});

/**
 * Connection type (Relay) over rows of an object type: `${name}Connection` with its `${name}Edge`.
 * @param rows name of the rows, in the plural: "actors"
 */
export function connectionType<Row extends object>(
  name: string,
  rows: string,
  Node: ObjectRef<typeof builder.$inferSchemaTypes, Row>,
) {
  const EdgeType = builder.objectRef<Edge<Row>>(`${name}Edge`).implement({
    description: `A row of a page of ${rows}.`,
    fields: (t) => ({
      cursor: t.exposeString("cursor", { description: "The cursor of this row, for the argument after." }),
      node: t.field({
        type: Node,
        description: "The row itself.",
        // The resolver's result type is conditional on Row, which TypeScript cannot evaluate while Row is generic.
        resolve: ({ node }) => node as never,
      }),
    }),
  });
  return builder.objectRef<Connection<Row>>(`${name}Connection`).implement({
    description: `A page of ${rows}.`,
    fields: (t) => ({
      edges: t.field({
        type: [EdgeType],
        description: "The rows of this page.",
        complexity: { field: 1, multiplier: 1 },
        resolve: ({ edges }) => edges,
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: "The position of this page in its list.",
        resolve: ({ pageInfo }) => pageInfo,
      }),
      totalCount: t.exposeInt("totalCount", { description: "The number of rows on all pages." }),
    }),
  });
}
