import { expect, test } from "vitest";
import { formatNamed } from "../../api/changes/imports/formats/formats.ts";
import type { UnreadableFile } from "../../api/changes/imports/issue.ts";
import { normaliseDocument } from "../../api/changes/imports/normalise-document.ts";
import { fullDocument } from "../support/full-document.ts";

const head = { format: "ecosystem/1", ecosystem: { key: "x", name: "X" } };
const read = (document: object) => formatNamed("ECOSYSTEM").read(JSON.stringify({ ...head, ...document }));
const actor = (fields: object) => ({ key: "a", name: "A", kinds: ["OTHER"], ...fields });
const issuesOf = (fields: object) => {
  try {
    read({ actors: [actor(fields)] });
  } catch (error) {
    return (error as UnreadableFile).issues;
  }
  return [];
};

test("null counts as absent, wherever it stands", () => {
  const { document, warnings } = read({
    activities: null,
    actors: [
      actor({ description: null, country: null, website: null, validTo: null, labels: null, aliases: ["B", null] }),
    ],
  });
  expect(document).toEqual({ ...head, actors: [actor({ aliases: ["B"] })] });
  expect(warnings).toEqual([
    { path: "/actors/0/description", message: "null read as absent: 7, the first of them here." },
  ]);
});

test("a text of signs that nobody sees is empty", () => {
  expect(read({ actors: [actor({ description: "\u200b\u2060" })] }).document).toEqual({ ...head, actors: [actor({})] });
  for (const name of ["\u200b \u2060", "\u3164\u2800", "\u115f\u1160\uffa0"])
    expect(issuesOf({ name })).toEqual(issuesOf({ name: "  " }));
  expect(issuesOf({ name: "  " })).toHaveLength(1);
});

test("an empty text counts as absent where a field may be", () => {
  const { document, warnings } = read({
    ecosystem: { ...head.ecosystem, valueProposition: "" },
    actors: [actor({ description: "  ", website: "", validFrom: " ", labels: ["one", "", " "], aliases: "" })],
  });
  expect(document).toEqual({ ...head, actors: [actor({ labels: ["one"] })] });
  expect(warnings).toEqual([
    { path: "/ecosystem/valueProposition", message: "Empty text read as absent: 6, the first of them here." },
  ]);
  expect(issuesOf({ name: " " })).toEqual([{ path: "/actors/0/name", message: "Must have at least one character." }]);
});

test("an entry is named by its place in the file, also where entries before it were left out", () => {
  const long = "l".repeat(301);
  expect(issuesOf({ labels: [null, "one", " ", "one ", long, "two", `${long}m`] })).toEqual([
    { path: "/actors/0/labels/4", message: "Must have at most 300 characters." },
    { path: "/actors/0/labels/6", message: "Must have at most 300 characters." },
  ]);
});

test("blanks around texts are removed, also in keys, references and lists", () => {
  const { document, warnings } = read({
    ecosystem: { key: " x ", name: "X\n" },
    actors: [actor({ key: "a ", name: "  A", labels: ["one", "one "] })],
    relations: [],
  });
  expect(document).toEqual({ ...head, actors: [actor({ labels: ["one"] })], relations: [] });
  expect(warnings).toEqual([
    { path: "/ecosystem/key", message: "Blanks around a text removed: 5, the first of them here." },
  ]);
});

test("addresses are taken as a browser reads them", () => {
  const website = (text: string) => read({ actors: [actor({ website: text })] }).document.actors![0]!.website;
  expect(website("HTTPS://EXAMPLE.ORG")).toBe("https://example.org/");
  expect(website("https://müller.example/über uns ")).toBe("https://xn--mller-kva.example/%C3%BCber%20uns");
  // The blank path is no difference: a document comes out again as it went in.
  expect(website("https://example.org")).toBe("https://example.org");
});

test.each([
  ["www.example.org", /not "www\.example\.org": it has no scheme: write https:\/\/www\.example\.org\.$/],
  ["ftp://example.org", /it begins with ftp: and only http: and https: are allowed\.$/],
  ["mailto:a@example.org", /it begins with mailto:/],
  ["http:/example.org", /the two slashes after http: are missing\.$/],
  ["https://exa mple.org", /not "https:\/\/exa mple\.org": its host is not a valid name\.$/],
  ["http://256.1.1.1", /its host is not a valid name\.$/],
  ["https://example.org:99999/x", /its port is no number up to 65,535\.$/],
  ["https://example.org:http/x", /its port is no number up to 65,535\.$/],
  ["https://exa mple.org:99999", /its host is not a valid name\.$/],
  ["https://", /it has no host\.$/],
  ["https://https://example.org", /http:\/\/ or https:\/\/ stands in it twice\.$/],
  ["info@example.org", /: it is an e-mail address\.$/],
  ["https://a.example/ https://b.example/", /: two addresses stand in it: keep one\.$/],
  ["https://a.example; https://b.example", /: two addresses stand in it: keep one\.$/],
  ["<https://example.org>", /: other characters stand before its http:\/\/ or https:\/\/\.$/],
  ["see page 4", /not "see page 4": it has no scheme\.$/],
  ["//example.org/x", /: it has no scheme: write https:\/\/example\.org\/x\.$/],
])("%s is refused with the true reason", (website, message) => {
  expect(issuesOf({ website })).toEqual([{ path: "/actors/0/website", message: expect.stringMatching(message) }]);
});

test("an end beyond 2200 is open, and the year 0 is refused by name", () => {
  const { document, warnings } = read({
    actors: [actor({ validFrom: "2020-01-01", validTo: "9999-12-31" }), actor({ key: "b", validTo: "2200-12-31" })],
    initiatives: [{ key: "i", name: "I", participants: ["a", "b"], endedOn: "2999-01-01" }],
  });
  expect(document.actors!.map(({ validTo }) => validTo)).toEqual([undefined, "2200-12-31"]);
  expect(document.initiatives![0]).not.toHaveProperty("endedOn");
  expect(warnings).toEqual([
    { path: "/actors/0/validTo", message: "End after 2200 read as open: 2, the first of them here." },
  ]);
  expect(issuesOf({ validFrom: "0000-01-01" })).toEqual([
    {
      path: "/actors/0/validFrom",
      message: "There is no year 0: the first year is 0001. Correct the date or remove it.",
    },
  ]);
});

test("the first day of all is what programs write for no date", () => {
  const { document, warnings } = read({ actors: [actor({ validFrom: "2020-01-01", validTo: "0001-01-01" })] });
  expect(document.actors![0]).not.toHaveProperty("validTo");
  expect(warnings).toEqual([{ path: "/actors/0/validTo", message: "0001-01-01 read as absent: 1." }]);
});

test("what was the same twice is still refused, and what is no document stays as it is", () => {
  expect(issuesOf({ labels: ["one", "one"] })).toEqual([
    { path: "/actors/0/labels", message: "Entries 1 and 2 are the same: keep one." },
  ]);
  for (const value of [null, 5, "x", [], { actors: 5, ecosystem: "x" }, { actors: [null, 5, "a"] }])
    expect(normaliseDocument(value)).toEqual({ value, warnings: [] });
});

test("a document that has every field comes out as it went in, unknown conditions too", () => {
  const document = fullDocument("x");
  expect(normaliseDocument(document)).toEqual({ value: document, warnings: [] });
});
