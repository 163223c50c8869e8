import { builder } from "./builder.ts";
import type { Caller } from "./context.ts";

const Me = builder.objectRef<Caller>("Me").implement({
  description: "The caller.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "The name, as in the change log." }),
    isEditor: t.exposeBoolean("isEditor", {
      description: "Whether the caller may change facts; a reader's mutations are FORBIDDEN.",
    }),
    isAdmin: t.exposeBoolean("isAdmin", { description: "Whether the caller uses the admin token." }),
  }),
});

builder.queryField("me", (t) =>
  t.field({ type: Me, description: "The caller.", resolve: (_root, _args, context) => context.caller }),
);
