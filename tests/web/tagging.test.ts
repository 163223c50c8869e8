import { expect, test } from "vitest";
import { documentIssues } from "../../api/changes/check/document-issues.ts";
import { tagDocument } from "../../web/pages/threats/tag-document.ts";

const tagging = {
  ecosystem: { key: "sysco", name: "SysCo" },
  focal: "sysco",
  rival: "everspool",
  says: { type: "OTHER" as const },
  by: "Pat",
  at: "2026-11-25T10:00:00.000Z",
};

test("a tag travels as a document that holds nothing else, so that a merge leaves the rest alone", () => {
  const document = JSON.parse(tagDocument({ ...tagging, reason: " Changed hands. " }));
  expect(documentIssues(document)).toEqual([]);
  expect(Object.keys(document).sort()).toEqual(["ecosystem", "format", "tags"]);
  expect(document.tags).toEqual([
    { actor: "everspool", focal: "sysco", type: "OTHER", reason: "Changed hands.", by: "Pat", at: tagging.at },
  ]);
});

test("no reason is none, not an empty one", () => {
  expect(JSON.parse(tagDocument({ ...tagging, reason: "  " })).tags[0]).not.toHaveProperty("reason");
});

test("a label in the analyst's own words is a tag without a type", () => {
  const document = JSON.parse(tagDocument({ ...tagging, says: { label: "watch closely" }, reason: "" }));
  expect(documentIssues(document)).toEqual([]);
  expect(document.tags).toEqual([
    { actor: "everspool", focal: "sysco", label: "watch closely", by: "Pat", at: tagging.at },
  ]);
});
