import type { ChangeSummary } from "../../cypher/changes/history.ts";
import { builder } from "./builder.ts";

export const ChangeSummaryType = builder.objectRef<ChangeSummary>("Change").implement({
  description: "One entry of the change log: a whole import or edit.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: "The revision that it made." }),
    at: t.exposeString("at", { description: "When, as an RFC 3339 time." }),
    who: t.exposeString("who", { description: "Who made it." }),
    why: t.string({ nullable: true, description: "Why, in their words.", resolve: ({ why }) => why }),
    created: t.int({ description: "Records created.", resolve: ({ created }) => created }),
    updated: t.int({ description: "Records changed.", resolve: ({ updated }) => updated }),
    removed: t.int({ description: "Records removed.", resolve: ({ removed }) => removed }),
  }),
});
