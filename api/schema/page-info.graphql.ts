import { builder } from "./builder.ts";
import type { Connection } from "./paging.ts";

export const PageInfo = builder.objectRef<Connection<never>["pageInfo"]>("PageInfo").implement({
  description: "Where a page stands in its list (Relay).",
  fields: (t) => ({
    hasNextPage: t.exposeBoolean("hasNextPage", { description: "There are rows after this page." }),
    hasPreviousPage: t.exposeBoolean("hasPreviousPage", { description: "There are rows before this page." }),
    startCursor: t.string({ nullable: true, description: "The first row's.", resolve: (page) => page.startCursor }),
    endCursor: t.string({ nullable: true, description: "The last row's.", resolve: (page) => page.endCursor }),
  }),
});
