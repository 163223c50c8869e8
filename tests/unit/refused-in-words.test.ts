import { expect, test } from "vitest";
import { documentIssues } from "../../api/changes/check/document-issues.ts";

const document = { format: "ecosystem/1", ecosystem: { key: "small", name: "Small" } };
const actor = { key: "a", name: "A", kinds: ["OTHER"] };

test.each([
  [{ actors: [{ ...actor, key: "c d" }] }, "/actors/0/key", /allowed form of a key \(1 to 128 of a-z/],
  [{ actors: [{ ...actor, kinds: [] }] }, "/actors/0/kinds", /^Is empty: give at least one\.$/],
  [{ claims: [{ about: "a", activity: "b", extent: 2 }] }, "/claims/0/extent", /^Must be at most 1, not 2\.$/],
  [{ claims: [{ about: "a", activity: "b", extent: -1 }] }, "/claims/0/extent", /^Must be at least 0, not -1\.$/],
])("%j is refused in words that say what to do", (part, path, message) => {
  const [issue] = documentIssues({ ...document, ...part }).filter((one) => one.path === path);
  expect(issue?.message).toMatch(message);
});
