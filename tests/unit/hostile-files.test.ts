import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { documentIssues } from "../../api/changes/check/document-issues.ts";
import { decodeFile } from "../../api/changes/imports/decode-file.ts";
import { formatNamed } from "../../api/changes/imports/formats/formats.ts";
import { type ImportFormat, importEcosystem } from "../../api/changes/imports/import.ts";
import type { UnreadableFile } from "../../api/changes/imports/issue.ts";
import { readText } from "../../api/cli/read-text.ts";

/**
 * What an import says of a file that it refuses before it asks the database: there is none here. Whoever followed the
 * files that grow or nest without end would not come back at all.
 */
async function refusal(format: ImportFormat, content: string) {
  const outcome = await importEcosystem(undefined as never, { format, content, ecosystem: "x", who: "Tester" });
  expect(outcome).toMatchObject({ ecosystem: null, created: 0, updated: 0, unchanged: 0, removed: 0, warnings: [] });
  return { errors: outcome.errors };
}
const head = '"format": "ecosystem/1", "ecosystem": {"key": "x", "name": "X"}';
const actor = (fields: string) => `{${head},\n "actors": [{"key": "a", "kinds": ["OTHER"], ${fields}}]}`;
const one = (path: string, message: RegExp) => [{ path, message: expect.stringMatching(message) }];

describe("JSON that is refused, with the place and what to do", () => {
  const cases: [what: string, content: string, path: string, message: RegExp][] = [
    ["nothing", "", "", /empty/],
    ["blanks", " \n\t ", "", /empty/],
    ["text that is cut off", `{${head}, "actors": [{"key"`, "line 1, column 84", /not valid JSON, or it is cut off/],
    [
      "a field that stands twice",
      actor('"name": "A", "name": "B"'),
      "line 2, column 59",
      /"name" appears twice.*keep one/,
    ],
    ["the same under an escape", actor('"name": "A", "n\\u0061me": "B"'), "line 2, column 59", /"name" appears twice/],
    ["a number beyond counting", actor('"name": "A", "employees": 1e400'), "line 2, column 72", /1e400 is too large/],
    ["a negative one", actor('"name": "A", "employees": -1e999'), "line 2, column 72", /-1e999 is too large/],
    [
      "NaN, as Python writes it",
      actor('"name": "A", "employees": NaN'),
      "line 2, column 72",
      /NaN is no value in JSON.*null/,
    ],
    ["minus infinity", actor('"name": "A", "employees": -Infinity'), "line 2, column 72", /-Infinity is no value/],
    ["a name without quotes", actor("name: 1"), "line 2, column 46", /name is no value in JSON.*double quotes/],
    ["single quotes", actor("\"name\": 'A'"), "line 2, column 54", /'A' is no value in JSON.*double quotes/],
    ["half a number", actor('"name": "A", "employees": .5'), "line 2, column 72", /\.5 is no value in JSON/],
    ["64 brackets too many", "[".repeat(200_000), "line 1, column 65", /nested deeper than 64/],
    ["objects 200,000 deep", '{"a":'.repeat(200_000), "line 1, column 321", /nested deeper than 64/],
    ["half a character as an escape", actor('"name": "\\ud83d"'), "line 2, column 54", /half a character/],
    ["half a character", actor('"name": "\ud83d"'), "line 2, column 55", /half a character/],
    ["NUL as an escape", actor('"name": "a\\u0000b"'), "line 2, column 54", /NUL/],
    ["NUL", actor('"name": "a\0b"'), "line 2, column 56", /NUL/],
    [
      "a web page",
      "\n<!DOCTYPE html><title>Sign in</title>",
      "line 1, column 1",
      /HTML page.*Download the file itself/,
    ],
    ["a zip archive", "PK\u0003\u0004…", "", /zip archive.*Unpack/],
    [
      "a field named __proto__",
      actor('"name": "A", "__proto__": {"admin": true}'),
      "/actors/0/__proto__",
      /^Unknown field "__proto__"/,
    ],
    [
      "a field named constructor",
      actor('"name": "A", "constructor": 1'),
      "/actors/0/constructor",
      /^Unknown field "constructor"/,
    ],
    ["a name of 40,000 letters", actor(`"name": "${"n".repeat(40_000)}"`), "/actors/0/name", /300/],
    ["a list in place of a document", "[]", "", /object/],
  ];
  test.each(cases)("%s", async (_what, content, path, message) => {
    const { errors } = await refusal("ECOSYSTEM", content);
    expect(errors).toEqual(one(path, message));
    expect(errors[0]!.message.length).toBeLessThan(400);
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });

  test("100 MB, by its size alone", async () => {
    const parse = vi.spyOn(JSON, "parse");
    let parsed = Number.NaN;
    const { errors } = await refusal("ECOSYSTEM", "[".repeat(100_000_000)).finally(() => {
      parsed = parse.mock.calls.length;
      parse.mockRestore();
    });
    expect(errors).toEqual(one("", /100 MB; the limit is 50 MB/));
    expect(parsed, "read no further than its size").toBe(0);
  });

  test("keys that objects have by nature are plain data", () => {
    const content = actor('"name": "__proto__", "labels": ["constructor", "toString"]').replace('"a"', '"constructor"');
    const { document } = formatNamed("ECOSYSTEM").read(content);
    expect(document.actors).toEqual([
      { key: "constructor", kinds: ["OTHER"], name: "__proto__", labels: ["constructor", "toString"] },
    ]);
  });

  test("quotes, brackets and numbers inside of texts are nobody's business", () => {
    const name = 'a "quoted" [name] {with} 1e999, \\\\ and more';
    expect(formatNamed("ECOSYSTEM").read(actor(`"name": ${JSON.stringify(name)}`)).document.actors?.[0]?.name).toBe(
      name,
    );
  });
});

describe("YAML that is refused, with the place and what to do", () => {
  const landscape = (item: string) =>
    `landscape:\n  - name: C\n    subcategories:\n      - name: S\n        items:\n          - ${item}\n`;
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${Array.from(
    { length: 9 },
    (_, at) => `${"bcdefghij"[at]}: &${"bcdefghij"[at]} [${Array(9).fill(`*${"abcdefghi"[at]}`).join(", ")}]`,
  ).join("\n")}\n`;
  const fields = Array.from({ length: 5_000 }, (_, at) => `k${at}: `).join(", ");
  const mergeBomb = `base: &base {${fields}}\nall:\n${Array(5_000).fill("  - {<<: [*base, *base, *base]}").join("\n")}\n`;
  const cases: [what: string, content: string, path: string, message: RegExp][] = [
    ["an alias bomb", bomb, "line 4, column 12", /more than 10 times as large/],
    ["a merge bomb", mergeBomb, "line 20, column 11", /more than 10 times as large/],
    ["an alias of nothing", landscape("{name: &n A, description: *m}"), "line 6, column 39", /\*m names nothing/],
    [
      "an alias inside of its own value",
      landscape("&n {name: A, extra: *n}"),
      "line 6, column 33",
      /\*n stands inside/,
    ],
    ["a tag that makes code", landscape("{name: !!js/function 'f'}"), "line 6, column 20", /tag.*plain value/i],
    ["a tag of somebody's own", landscape("{name: !secret A}"), "line 6, column 20", /tag.*plain value/i],
    ["a field that stands twice", landscape("{name: A, name: B}"), "line 6, column 23", /unique/],
    ["2,000 brackets deep", `landscape: ${"[".repeat(2_000)}`, "line 1, column 76", /nested deeper than 64/],
    [
      "2,000 brackets in a row",
      landscape(`{name: ${"[".repeat(2_000)}${"]".repeat(2_000)}}`),
      "line 6, column 83",
      /nested/,
    ],
    ["NUL as an escape", landscape('{name: "a\\0b"}'), "line 6, column 20", /NUL/],
    ["a web page", "<html><body>Not found</body></html>", "line 1, column 1", /HTML page/],
    ["a text", "just a text", "line 1, column 1", /must start with `landscape:`/],
    ["a landscape without items", "landscape: []", "/landscape", /no items/],
    ["a list that is none", "landscape: 5", "line 1, column 12", /list of categories/],
    ["6 MB", `# ${"x".repeat(6_000_000)}`, "", /5 MB/],
  ];
  test.each(cases)("%s", async (_what, content, path, message) => {
    const { errors } = await refusal("LANDSCAPE2", content);
    expect(errors).toEqual(one(path, message));
  });

  test("40,000 keys of one map, which are compared in linear time", async () => {
    const keys = Array.from({ length: 40_000 }, (_, at) => `k${at}: 1`).join(", ");
    const { user: before } = process.cpuUsage();
    await refusal("LANDSCAPE2", `{${keys}}`);
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(3_000);
  });

  test("2,000 levels of indentation", async () => {
    const deep = Array.from({ length: 2_000 }, (_, level) => `${" ".repeat(level)}a:`).join("\n");
    const { errors } = await refusal("LANDSCAPE2", deep);
    expect(errors).toEqual([{ path: expect.any(String), message: expect.stringMatching(/nested deeper than 64/) }]);
  });

  test("keys that objects have by nature are plain data, and brackets in texts are nobody's business", () => {
    const content = landscape('{name: constructor, __proto__: {admin: true}, description: "[[[ {{{"}').replace(
      "C",
      "Members",
    );
    expect(formatNamed("LANDSCAPE2").read(content, { ecosystem: "x" }).document.actors).toEqual([
      {
        key: "constructor",
        name: "constructor",
        kinds: ["OTHER"],
        labels: ["Members", "S"],
        description: "[[[ {{{",
        evidence: ["landscape-file", "landscape-file.constructor"],
      },
    ]);
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });
});

describe("a landscape becomes only what an ecosystem document may hold", () => {
  const items = (...lines: string[]) => lines.map((line) => `          - ${line}\n`).join("");
  const landscape = (category: string, subcategory: string, ...lines: string[]) =>
    `landscape:\n  - name: ${category}\n    subcategories:\n      - name: ${subcategory}\n        items:\n${items(...lines)}`;

  test.each([
    ["spaces and capitals", "My Eco"],
    ["a colon", "a:b"],
    ["a hyphen first", "-a"],
    ["a line end", "a\n"],
    ["129 letters", "k".repeat(129)],
    ["40,000 letters", "k".repeat(40_000)],
  ])("no key with %s", (_what, key) => {
    expect(() => formatNamed("LANDSCAPE2").read(landscape("C", "S", "{name: A}"), { ecosystem: key })).toThrow(
      /^Invalid ecosystem key: use up to 128 lowercase letters/,
    );
  });

  const long = "n".repeat(301);
  const cases: [what: string, content: string, path: string, message: RegExp][] = [
    [
      "a category without a name",
      landscape('""', "S", "{name: A}", "{name: B}"),
      "line 2, column 11",
      /^Must have at least one character\.$/,
    ],
    ["a category of 301 letters", landscape(long, "S", "{name: A}"), "line 2, column 11", /at most 300/],
    [
      "a subcategory without a name",
      landscape("C", '""', "{name: A}"),
      "line 4, column 15",
      /^Must have at least one character\.$/,
    ],
    [
      "an item without a name",
      landscape("C", "S", "{name: A}", '{name: ""}'),
      "line 7, column 20",
      /^Must have at least one character\.$/,
    ],
    ["an item of 301 letters", landscape("C", "S", `{name: ${long}}`), "line 6, column 20", /at most 300/],
  ];
  test.each(cases)("%s is refused, once, with its place in the file", async (_what, content, path, message) => {
    expect((await refusal("LANDSCAPE2", content)).errors).toEqual(one(path, message));
  });

  test("an address or a description that is too much is left out with a note, and the rest can be imported again", () => {
    const odd = `https://example.org/${"a".repeat(2_000)}`;
    const { document, warnings } = formatNamed("LANDSCAPE2").read(
      landscape("Members", "S", `{name: A, homepage_url: "${odd}", description: "${"x".repeat(9_999)}😀😀"}`),
      { ecosystem: "x" },
    );
    expect(URL.canParse(odd)).toBe(true);
    expect(warnings).toEqual([
      { path: "line 6, column 20", message: expect.stringMatching(/description was shortened to 10,000/) },
      { path: "line 6, column 37", message: expect.stringMatching(/left out: it has more than 2,000 characters/) },
    ]);
    expect(document.actors![0]!.description!.endsWith("x😀")).toBe(true);
    expect(document.actors![0]).not.toHaveProperty("website");
    expect(documentIssues(document)).toEqual([]);
    expect(formatNamed("ECOSYSTEM").read(JSON.stringify(document)).document).toEqual(document);
  });

  test("names that no Latin letter tells apart have keys that do not depend on their order", () => {
    const keys = (...names: string[]) => {
      const { document } = formatNamed("LANDSCAPE2").read(
        landscape("Members", "S", ...names.map((name) => `{name: ${name}}`)),
        { ecosystem: "x" },
      );
      return Object.fromEntries(document.actors!.map(({ name, key }) => [name, key]));
    };
    const there = keys("東京", "大阪", "Acme");
    expect(keys("Acme", "大阪", "東京")).toEqual(there);
    expect(new Set(Object.values(there)).size).toBe(3);
    expect(there.Acme).toBe("acme");
  });
});

test("a file of 5 GB is refused by its size before a byte of it is read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ecotone-huge-"));
  try {
    const file = join(folder, "huge.json");
    writeFileSync(file, "");
    truncateSync(file, 5_000_000_000);
    await expect(readText(file)).rejects.toThrow("The file has 5000 MB; the limit is 50 MB.");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe("bytes that are no UTF-8 text", () => {
  const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const cases: [what: string, bytes: Uint8Array, path: string, message: RegExp][] = [
    ["Latin-1", latin1('{\n "name": "Kärcher"}'), "line 2, column 12", /0xE4 at offset 13.*Latin-1.*Save it as UTF-8/],
    ["a Latin-1 letter at the end", latin1("abcé"), "line 1, column 4", /offset 3/],
    ["UTF-16", Buffer.from("\ufeff{}", "utf16le"), "", /UTF-16\. Save it as UTF-8/],
    ["UTF-16, the other way round", Buffer.from("\ufeff{}", "utf16le").swap16(), "", /UTF-16/],
    ["a character that is cut off", Buffer.from("aé").subarray(0, 2), "line 1, column 2", /cut-off|offset 1/],
    ["a lone surrogate's bytes", Uint8Array.of(0x61, 0xed, 0xa0, 0x80), "line 1, column 2", /offset 1/],
    ["a PNG", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), "", /PNG picture/],
    ["a zip", latin1("PK\u0003\u0004"), "", /zip archive/],
    ["a gzip", Uint8Array.of(0x1f, 0x8b, 0x08), "", /gzip/],
    ["a PDF", latin1("%PDF-1.7"), "", /PDF/],
  ];
  test.each(cases)("%s: refused with the place and what to do", (_what, bytes, path, message) => {
    let issues: UnreadableFile["issues"] = [];
    try {
      decodeFile(bytes);
    } catch (error) {
      issues = (error as UnreadableFile).issues;
    }
    expect(issues).toEqual(one(path, message));
  });

  test("a byte order mark is taken off, wherever the file comes in", async () => {
    const text = actor('"name": "A"');
    expect(decodeFile(Buffer.from(`\ufeff${text}`))).toBe(text);
    // Refused for the next mistake, not for the mark.
    const { errors } = await refusal("ECOSYSTEM", `\ufeff${actor('"name": ""')}`);
    expect(errors).toEqual(one("/actors/0/name", /^Must have at least one character\.$/));
  });
});
