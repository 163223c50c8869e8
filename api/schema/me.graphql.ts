import { builder } from "./builder.ts";
import type { Caller } from "./context.ts";

const Me = builder.objectRef<Caller>("Me").implement({
  description: "Whoever asks.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "The name that the change log shows." }),
    isAdmin: t.exposeBoolean("isAdmin", { description: "Asks with the admin token." }),
  }),
});

builder.queryField("me", (t) =>
  t.field({ type: Me, description: "Whoever asks.", resolve: (_root, _args, context) => context.caller }),
);
