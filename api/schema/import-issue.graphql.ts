import type { ImportIssue as Issue } from "../changes/imports/issue.ts";
import { builder } from "./builder.ts";

export const ImportIssue = builder.objectRef<Issue>("ImportIssue").implement({
  description: "path: a JSON Pointer, or line and column for text formats.",
  fields: (t) => ({
    path: t.exposeString("path", { description: "Where in the file." }),
    message: t.exposeString("message", { description: "What is wrong and what to do." }),
  }),
});
