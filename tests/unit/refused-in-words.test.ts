import { expect, test } from "vitest";
import { documentIssues } from "../../api/changes/check/document-issues.ts";

const document = { format: "ecosystem/1", ecosystem: { key: "small", name: "Small" } };
const actor = { key: "a", name: "A", kinds: ["OTHER"] };

test.each([
  [{ actors: [{ ...actor, key: "c d" }] }, "/actors/0/key", /^Invalid key "c d": use up to 128 lowercase letters/],
  [{ actors: [{ ...actor, kinds: [] }] }, "/actors/0/kinds", /^Must have at least one entry\.$/],
  [{ claims: [{ about: "a", activity: "b", extent: 2 }] }, "/claims/0/extent", /^Must be at most 1, not 2\.$/],
  [{ claims: [{ about: "a", activity: "b", extent: -1 }] }, "/claims/0/extent", /^Must be at least 0, not -1\.$/],
  [{ actors: [{ ...actor, name: "" }] }, "/actors/0/name", /^Must have at least one character\.$/],
  [{ actors: [{ ...actor, name: "n".repeat(301) }] }, "/actors/0/name", /^Must have at most 300 characters\.$/],
  [{ actors: [{ ...actor, aliases: ["b", "b"] }] }, "/actors/0/aliases", /^Entries 1 and 2 are the same: keep one\.$/],
  [{ topics: Array(1).fill({ key: "t" }) }, "/topics/0", /^The field "name" is missing: add it\.$/],
  [
    { initiatives: [{ key: "i", name: "I", participants: ["a"] }] },
    "/initiatives/0/participants",
    /^Must have at least 2 entries\.$/,
  ],
  [
    { activities: [{ key: "a", name: "A", requires: Array(51).fill({ capability: "c", level: 1 }) }] },
    "/activities/0/requires",
    /^Must have at most 50 entries\.$/,
  ],
  [
    { actors: [{ ...actor, website: "example.org" }] },
    "/actors/0/website",
    /^Must be an address that begins with http:\/\/ or https:\/\/, not "example\.org": it has no scheme: write https:\/\/example\.org\.$/,
  ],
  [
    { actors: [{ ...actor, country: "Finland" }] },
    "/actors/0/country",
    /^Must be a country code of two capital letters, such as FI, not "Finland"\.$/,
  ],
  [{ tags: [{ actor: "a", focal: "b" }] }, "/tags/0", /^A tag must have either a type or a label, not both\.$/],
  [
    { agreements: [{ key: "g", provider: "a", customer: "b", benefit: 1 }] },
    "/agreements/0/benefit",
    /^Must be true, false or null, not 1\.$/,
  ],
  [{ moves: [{ key: "m", impact: 2.5 }] }, "/moves/0/impact", /^Must be a whole number, not 2\.5\.$/],
])("%j is refused in words that say what to do", (part, path, message) => {
  const [issue] = documentIssues({ ...document, ...part }).filter((one) => one.path === path);
  expect(issue?.message).toMatch(message);
});

test.each([
  ["0000-01-01", "There is no year 0: the first year is 0001. Correct the date or remove it."],
  ["2025-02-29", 'Must be an existing date as YYYY-MM-DD, not "2025-02-29".'],
  ["29.2.2024", 'Must be an existing date as YYYY-MM-DD, not "29.2.2024".'],
])("the date %s is refused once, with the reason", (validFrom, message) => {
  expect(documentIssues({ ...document, actors: [{ ...actor, validFrom }] })).toEqual([
    { path: "/actors/0/validFrom", message },
  ]);
});
