import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { documentIssues } from "../../../api/changes/check/document-issues.ts";
import { planImport } from "../../../api/changes/check/plan.ts";
import type { ReadOptions } from "../../../api/changes/imports/formats/format.ts";
import { formatNamed } from "../../../api/changes/imports/formats/formats.ts";
import type { UnreadableFile } from "../../../api/changes/imports/issue.ts";

const small = readFileSync("tests/cases/landscapes/small.yml", "utf8");
const read = (content: string, options: ReadOptions = {}) =>
  formatNamed("LANDSCAPE2").read(content, { ecosystem: "x", ...options });
const issuesOf = (content: string, options: ReadOptions = {}) => {
  try {
    read(content, options);
  } catch (error) {
    return (error as UnreadableFile).issues;
  }
  throw new Error("The file was read.");
};
const items = (category: string, ...lines: string[]) =>
  `landscape:\n  - name: ${category}\n    subcategories:\n      - name: Sub\n        items:\n${lines.map((line) => `          - ${line}\n`).join("")}`;
const counts = (groups: { what: string; entries: unknown[] }[]) =>
  Object.fromEntries(groups.map(({ what, entries }) => [what, entries.length]));

describe("a landscape says who offers what where", () => {
  const { document, account, warnings } = read(small, { name: "pumps.yml" });
  const find = <R extends { name: string }>(list: R[] | undefined, name: string) =>
    list!.find((record) => record.name === name);

  test("it is a document like any other", () => {
    expect(documentIssues(document)).toEqual([]);
    expect(planImport(null, document, false).errors).toEqual([]);
  });

  test("subcategories are activities, with the category's name where another one has the same", () => {
    expect(document.activities!.map(({ name, description, layer }) => [name, description, layer])).toEqual([
      ["Pumps / Monitoring", "Category: Pumps", undefined],
      ["Control", "Category: Valves", undefined],
      ["Valves / Monitoring", "Category: Valves", undefined],
    ]);
  });

  test("an offering has its provider by Crunchbase address, its days, its labels, its lines and its evidence", () => {
    expect(find(document.offerings, "Pump Watch")).toEqual({
      key: "pump-watch",
      name: "Pump Watch",
      provider: "acme-inc",
      type: "SOFTWARE",
      description: "Watches pumps.\njoined 4 May 2020\ngraduated 7 Jun 2021",
      website: "https://pumpwatch.example/",
      activities: ["pumps-monitoring", "control"],
      labels: ["graduated", "Apache-2.0", "pumps", "telemetry"],
      validFrom: "2019-03-12",
      validTo: "2025-01-02",
      evidence: ["landscape-file", "landscape-file.pump-watch"],
    });
    expect(document.evidence!.find(({ key }) => key === "landscape-file.pump-watch")).toEqual({
      key: "landscape-file.pump-watch",
      title: "Pump Watch",
      url: "https://pumpwatch.example/",
      excerpt:
        "Repository: https://github.com/acme/pump-watch\nDocumentation: https://docs.pumpwatch.example/\nCalendar: https://calendar.example/",
    });
  });

  test("one organisation in several places is one actor, with labels, endings and other names", () => {
    expect(find(document.actors, "Acme Inc.")).toMatchObject({
      kinds: ["CUSTOMER", "SOFTWARE_PROVIDER", "OTHER"],
      website: "https://acme.example/",
      aliases: ["Acme"],
      labels: ["Pump Foundation Members", "Gold", "End Users", "Mills", "member"],
    });
    expect(find(document.actors, "Flow")).toMatchObject({
      kinds: ["SOFTWARE_PROVIDER", "OTHER"],
      aliases: ["Flow GmbH"],
      labels: ["Pump Foundation Members", "Silver", "supporter"],
    });
  });

  test("who offers an item: organization.name, the repository's owner, its own name or who has that website", () => {
    const provider = (name: string) => find(document.offerings, name)!.provider;
    expect(["Flow Kit", "Loose Tool", "Valve Master", "Lonely"].map(provider)).toEqual([
      "flow",
      "loose",
      "acme-inc",
      "lonely",
    ]);
    expect(document.actors).toHaveLength(4);
  });

  test("a match by name alone is a warning with both places", () => {
    expect(warnings.filter(({ message }) => message.includes("by the name alone"))).toEqual([
      {
        path: "line 71, column 19",
        message:
          "“Flow” (line 71, column 19) and “Flow GmbH” (line 31, column 19) are taken as one organisation by the name alone.",
      },
    ]);
  });

  test("the file is evidence of every fact, by its name, day and hash", () => {
    expect(document.evidence![0]).toEqual({
      key: "landscape-file",
      title: "pumps.yml",
      retrievedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      excerpt: expect.stringMatching(/^SHA-256 [0-9a-f]{64}, read on /),
    });
    const facts = [...document.actors!, ...document.activities!, ...document.offerings!];
    expect(facts.filter(({ evidence }) => evidence?.[0] !== "landscape-file")).toEqual([]);
  });

  test("made, matched, mended and left out are counted, and each field left out is one warning", () => {
    expect(counts(account!.made)).toEqual({ Activities: 3, Actors: 4, Offerings: 5 });
    expect(counts(account!.leftOut)).toEqual({
      logo: 1,
      twitter: 1,
      "extra.slack_url": 1,
      "additional_repos.branch": 1,
    });
    expect(counts(account!.mended)).toMatchObject({ "twitter: null": 1, "Empty key “item:”": 8 });
    expect(warnings.filter(({ message }) => message.includes("left out")).map(({ message }) => message)).toEqual([
      "logo: 1 left out.",
      "twitter: 1 left out.",
      "extra.slack_url: 1 left out.",
      "additional_repos.branch: 1 left out.",
    ]);
  });
});

describe("a person says what a category is", () => {
  test("organisations of a kind, or offerings", () => {
    const { document, categories } = read(small, {
      categories: [
        { category: "Pumps", holds: "ORGANISATIONS", kind: "MANUFACTURER" },
        { category: "End Users", holds: "OFFERINGS" },
      ],
    });
    expect(categories!.map(({ name, items: number, holds, kind }) => [name, number, holds, kind])).toEqual([
      ["Pumps", 3, "ORGANISATIONS", "MANUFACTURER"],
      ["Valves", 2, "OFFERINGS", null],
      ["Pump Foundation Members", 2, "ORGANISATIONS", "OTHER"],
      ["End Users", 1, "OFFERINGS", null],
    ]);
    expect(document.actors!.find(({ name }) => name === "Flow Kit")).toMatchObject({ kinds: ["MANUFACTURER"] });
    expect(document.activities!.map(({ name }) => name)).toEqual(["Control", "Monitoring", "Mills"]);
  });

  test("a category that is not in the file is refused", () => {
    expect(issuesOf(small, { categories: [{ category: "Pomps", holds: "OFFERINGS" }] })).toEqual([
      { path: "", message: expect.stringMatching(/no category “Pomps”: choose one of Pumps, Valves/) },
    ]);
  });

  test.each([
    ["CNCF End User Members", "CUSTOMER"],
    ["Early Adopters", "CUSTOMER"],
    ["Certified Partners", "SERVICE_PROVIDER"],
    ["Cloud Provider", "SERVICE_PROVIDER"],
    ["LF Energy Member", "OTHER"],
    ["Membership", "OTHER"],
    ["Top_Contributors", "OTHER"],
    ["Remembering", null],
    ["Partnering tools", null],
  ])("%s: %s", (name, kind) => {
    expect(read(items(name, "{name: A}")).categories![0]!.kind).toBe(kind);
  });
});

describe("files that are not quite valid are read, and what was mended is a warning", () => {
  const mended = (content: string) => Object.keys(counts(read(content).account!.mended));
  const names = (content: string) => read(content).document.offerings!.map(({ name }) => name);

  test("numbers, dates and booleans are names as they are written", () => {
    expect(names(items("C", "{name: 1648}", "{name: 3.10}", "{name: true}", "{name: 2024-01-01}"))).toEqual([
      "1648",
      "3.10",
      "true",
      "2024-01-01",
    ]);
  });

  test("line ends of old Macs are line ends", () => {
    const written = items("C", "{name: A}", "{name: B}");
    expect(read(written.replaceAll("\n", "\r")).document.offerings).toEqual(read(written).document.offerings);
    expect(read(written).document.offerings).toHaveLength(2);
  });

  test("the list may be called categories", () => {
    expect(names(items("C", "{name: A}").replace("landscape:", "categories:"))).toEqual(["A"]);
  });

  test("an item that an alias brings into a second place is itself, not one that matches by name", () => {
    const { document, warnings } = read(
      "landscape:\n  - name: One\n    subcategories: &places\n      - name: Sub\n        items: [{name: Alpha}]\n  - name: Two\n    subcategories: *places\n",
    );
    expect(document.offerings).toMatchObject([{ name: "Alpha", activities: ["one-sub", "two-sub"] }]);
    expect(warnings).toEqual([]);
  });

  test("aliases and merge keys", () => {
    const content = items("C", "&a {name: A, license: MIT}", "{<<: *a, name: B}", "*a");
    const { document } = read(content);
    expect(document.offerings!.map(({ name, labels }) => [name, labels])).toEqual([
      ["A", ["MIT"]],
      ["B", ["MIT"]],
    ]);
  });

  test("several documents in one file", () => {
    const content = `---\n${items("C", "{name: A}")}---\n${items("C", "{name: B}")}`;
    expect(names(content)).toEqual(["A", "B"]);
    expect(mended(content)).toContain("Several YAML documents in one file");
  });

  test("beside a landscape, a document without a list of categories is left out; alone it is refused", () => {
    const { document, account } = read(
      `${items("C", "{name: A}")}...\n---\nsettings: {a: 1}\n---\n${items("C", "{name: B}")}`,
    );
    expect(document.offerings!.map(({ name }) => name)).toEqual(["A", "B"]);
    expect(counts(account!.leftOut)).toEqual({ "YAML documents without a landscape": 1 });
    expect(issuesOf("settings: {a: 1}\n---\nother: 1\n").map(({ path }) => path)).toEqual([
      "line 1, column 1",
      "line 3, column 1",
    ]);
  });

  test("a category without subcategories, items directly in one, items below their key, a text in place of fields", () => {
    const content =
      "landscape:\n  - name: Empty\n  - name: Direct\n    items:\n      - item:\n          name: A\n      - B\n      -\n";
    expect(names(content)).toEqual(["A", "B"]);
    expect(read(content).document.activities!.map(({ name }) => name)).toEqual(["Direct"]);
    expect(mended(content)).toEqual([
      "Items directly in a category",
      "Fields below “item:”",
      "item: a text in place of fields",
      "Empty list entries",
    ]);
    expect(counts(read(content).account!.leftOut)).toEqual({ "Categories without subcategories": 1 });
  });

  test("addresses are taken as a browser reads them, and refused with the true reason", () => {
    const { document, account } = read(
      items(
        "C",
        "{name: A, homepage_url: 'HTTPS://EXAMPLE.ORG'}",
        "{name: B, homepage_url: 'https://müller.example/über uns '}",
        "{name: C, homepage_url: www.example.org}",
        "{name: D, homepage_url: 'ftp://example.org'}",
        "{name: E, homepage_url: 'https://exa mple.org'}",
        "{name: F, homepage_url: 'example.org:8080/x'}",
      ),
    );
    expect(document.offerings!.map(({ website }) => website)).toEqual([
      "https://example.org/",
      "https://xn--mller-kva.example/%C3%BCber%20uns",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(account!.leftOut[0]!.entries.map(({ message }) => message)).toEqual([
      expect.stringMatching(/no scheme: write https:\/\/www\.example\.org\.$/),
      expect.stringMatching(/begins with ftp:/),
      expect.stringMatching(/host is not a valid name/),
      expect.stringMatching(/no scheme: write https:\/\/example\.org:8080\/x\.$/),
    ]);
  });

  test("a second path: a text, a list, with slashes in names, unknown, in a list of members", () => {
    const { document, account } = read(
      `landscape:
  - name: Land / Sea
    subcategories:
      - name: Towers / Masts
      - name: Ports
  - name: Members
    subcategories:
      - name: Gold
  - name: C
    subcategories:
      - name: Sub
        items:
          - {name: A, second_path: Land / Sea / Towers / Masts}
          - {name: B, second_path: [land / sea / ports, Drives / Inverters]}
          - {name: D, second_path: [Members / Gold]}
          - {name: F, second_path: "Land / Sea / Ports /\\nMembers / Gold"}
          - {name: E, additional_categories: [{category: Land / Sea, subcategory: Ports}]}
`,
    );
    expect(document.activities!.map(({ name, description }) => [name, description])).toEqual([
      ["Towers / Masts", "Category: Land / Sea"],
      ["Ports", "Category: Land / Sea"],
      ["Sub", "Category: C"],
      ["Inverters", "Category: Drives"],
    ]);
    expect(document.offerings!.map(({ activities, labels }) => [activities, labels])).toEqual([
      [["sub", "towers-masts"], undefined],
      [["sub", "ports", "inverters"], undefined],
      [["sub"], ["Members", "Gold"]],
      [
        ["sub", "ports"],
        ["Members", "Gold"],
      ],
      [["sub", "ports"], undefined],
    ]);
    expect(counts(account!.mended)).toEqual({
      "second_path in other letters": 1,
      "second_path that the file does not list": 1,
    });
  });

  test("a second path of an organisation among offerings is labels, and told", () => {
    const { document, account, warnings } = read(
      `landscape:
  - name: Members
    subcategories:
      - name: Gold
        items:
          - {name: Alpha Works, second_path: Tools / Build}
          - {name: Gamma Works, second_path: Members / Silver}
      - name: Silver
  - name: Tools
    subcategories:
      - name: Build
        items:
          - {name: Beta Works}
`,
    );
    expect(document.actors!.map(({ name, labels }) => [name, labels])).toEqual([
      ["Alpha Works", ["Members", "Gold", "Tools", "Build"]],
      ["Gamma Works", ["Members", "Gold", "Silver"]],
      ["Beta Works", undefined],
    ]);
    expect(document.offerings!.map(({ name }) => name)).toEqual(["Beta Works"]);
    expect(counts(account!.mended)).toEqual({ "Organisations with a second_path among offerings": 1 });
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/“Alpha Works” is an organisation, and “Tools \/ Build” does not say what it offers/),
    ]);
  });

  test("days: the year 0 is refused by name, an end beyond 2200 is open, an end before the begin is left out", () => {
    const { document, account } = read(
      items(
        "C",
        "{name: A, extra: {accepted: 0000-01-01, archived: 9999-12-31}}",
        "{name: B, extra: {accepted: 2020-01-01, archived: 2020-01-01}}",
        "{name: D, extra: {accepted: 2020-02-30, archived: '2021-03-04T00:00:00Z'}}",
        "{name: E, extra: {accepted: 0001-01-01, archived: 0001-01-01}}",
      ),
    );
    expect(document.offerings!.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      [undefined, undefined],
      ["2020-01-01", undefined],
      [undefined, "2021-03-04"],
      [undefined, undefined],
    ]);
    expect(counts(account!.mended)).toMatchObject({ "extra.accepted: 0001-01-01": 1, "extra.archived: 0001-01-01": 1 });
    expect(account!.leftOut.flatMap(({ entries }) => entries.map(({ message }) => message))).toEqual([
      expect.stringMatching(/there is no year 0/),
      expect.stringMatching(/2020-02-30.*not a date/),
      expect.stringMatching(/archived on 2020-01-01, not after/),
    ]);
  });
});

describe("what is refused names every place, in our words", () => {
  test("items without a name", () => {
    expect(issuesOf(items("C", "{homepage_url: https://a.example}", "{name: null}", "{name: A}"))).toEqual([
      { path: "line 6, column 13", message: "This item has no name: add one." },
      { path: "line 7, column 14", message: "This item has no name: add one." },
    ]);
  });

  test("no list of categories", () => {
    expect(issuesOf("name: x\n")).toEqual([
      { path: "line 1, column 1", message: expect.stringMatching(/must start with `landscape:`/) },
    ]);
  });

  test("YAML that is broken in two places", () => {
    const issues = issuesOf('landscape:\n  - name: "a\\q"\n  - name: "b\\q"\n');
    expect(issues.map(({ path }) => path)).toEqual(["line 2, column 13", "line 3, column 13"]);
    expect(issues[0]!.message).toMatch(/^The file is not valid YAML: a backslash in double quotes/);
  });

  test("an alias that makes the file more than ten times as large, and none that does not", () => {
    const text = "x".repeat(1_000);
    const content = (times: number) =>
      items(
        "C",
        `{name: A, extra: &e {a: ${text}}}`,
        ...Array.from({ length: times }, (_, at) => `{name: B${at}, extra: *e}`),
      );
    expect(read(content(5)).document.offerings).toHaveLength(6);
    expect(issuesOf(content(500))).toEqual([
      {
        path: expect.stringMatching(/^line \d+, column \d+$/),
        message: expect.stringMatching(/more than 10 times as large/),
      },
    ]);
  });
});
