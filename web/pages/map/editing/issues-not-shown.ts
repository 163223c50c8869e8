import type { EditIssue } from "../../../changes/record-edits.ts";
import { issuesByField } from "../../../fields/form-fields.ts";

/**
 * Errors that no field of a form shows, each once.
 * @param shows of each edit that the form stores, the names of the fields at which its errors are shown
 */
export function issuesNotShown(issues: readonly EditIssue[], shows: readonly (readonly string[])[]): string[] {
  const isShown = (issue: EditIssue) =>
    shows.some((names, at) => Object.keys(issuesByField([issue], at).fields).some((name) => names.includes(name)));
  return [...new Set(issues.filter((issue) => !isShown(issue)).map(({ message }) => message))];
}
