import { expect, test } from "vitest";
import { tagEdit } from "../../web/pages/threats/tag.ts";

const tagging = { focal: "sysco", rival: "everspool", says: { type: "OTHER" as const }, stored: undefined };

test("a tag names the rival, the focal firm, the type and the reason; who and when are the API's to say", () => {
  expect(tagEdit({ ...tagging, reason: " Changed hands. " })).toEqual({
    does: "create",
    kind: "TAGS",
    fields: { actor: "everspool", focal: "sysco", type: "OTHER", reason: "Changed hands." },
  });
});

test("no reason is none, not an empty one", () => {
  expect(tagEdit({ ...tagging, reason: "  " })).toEqual({
    does: "create",
    kind: "TAGS",
    fields: { actor: "everspool", focal: "sysco", type: "OTHER" },
  });
});

test("a label in the analyst's own words is a tag without a type", () => {
  expect(tagEdit({ ...tagging, says: { label: "watch closely" }, reason: "" })).toEqual({
    does: "create",
    kind: "TAGS",
    fields: { actor: "everspool", focal: "sysco", label: "watch closely" },
  });
});

test("another type changes the tag that is stored, and an emptied reason is removed from it", () => {
  const data = { actor: "everspool", focal: "sysco", type: "EXPANDING_CUSTOMER", reason: "A rumour." };
  const stored = { kind: "TAGS" as const, key: "everspool|sysco|", version: 7, data };
  expect(tagEdit({ ...tagging, stored, reason: "" })).toEqual({
    does: "update",
    record: stored,
    fields: { type: "OTHER", reason: null },
  });
});
