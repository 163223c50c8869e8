import type { ImportIssue as Issue } from "../changes/imports/issue.ts";
import { builder } from "./builder.ts";

export const ImportIssue = builder.objectRef<Issue>("ImportIssue").implement({
  description: "An error or warning of an import.",
  fields: (t) => ({
    path: t.exposeString("path", {
      description: "Its place in the file: a JSON Pointer, or line and column for text formats.",
    }),
    message: t.exposeString("message", { description: "What is wrong and what to do." }),
  }),
});
