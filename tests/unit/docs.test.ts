import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

// What the documents say of the repository, and the repository of the documents: citations, links, paths, settings,
// commands and error codes.

const root = resolve(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`);
const documents = [...readdirSync(root), ...filesIn("docs")].filter((path) => path.endsWith(".md")).sort();
const sources = ["api", "cypher", "web", "seed", "tests"]
  .flatMap(filesIn)
  .filter((path) => /\.(tsx?|css|cypher)$/.test(path))
  .sort();

/** A source's comments, each on one line. */
function commentsOf(path: string): string[] {
  const text = readFileSync(join(root, path), "utf8");
  const blocks = text.match(/\/\*[\s\S]*?\*\//g) ?? [];
  const lines = text.replace(/\/\*[\s\S]*?\*\//g, "").match(/(?:(?:^|[^:"'`\w])\/\/ ?.*(?:\n|$))+/gm) ?? [];
  return [...blocks, ...lines].map((comment) => comment.replace(/\n\s*(?:\*|\/\/)? ?/g, " "));
}
const comments = sources.flatMap((path) => commentsOf(path).map((text) => ({ path, text })));

const headingsOf = (markdown: string): string[] =>
  [...markdown.replace(/^```[\s\S]*?^```/gm, "").matchAll(/^#+ (.+)$/gm)].map(([, title]) => title!);

/** The anchor that a heading has where the document is shown. */
const anchorOf = (heading: string) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

describe("what the code cites", () => {
  const model = read("docs/model.md");
  const sections = new Map(
    [...model.matchAll(/^## (\d)\. [\s\S]*?(?=^## |(?![\s\S]))/gm)].map(([text, number]) => [number, text]),
  );
  const hasPart = (section: string, part: string) =>
    headingsOf(section).includes(part) || section.includes(`**${part}**`) || section.includes(`\n| ${part} |`);

  test("every section of docs/model.md that a comment or the schema cites exists", () => {
    const citations = [...comments, { path: "api/schema.graphql", text: read("api/schema.graphql") }].flatMap(
      ({ path, text }) =>
        [...text.matchAll(/\bmodel\.md,? section (\d)(?:, "?([A-Z][A-Za-z_ ]*|[a-z][A-Za-z]*(?=[).])))?/g)].map(
          ([cited, number, part]) => ({ path, cited, number, part: part?.trim() }),
        ),
    );
    expect(citations.length).toBeGreaterThan(40);
    const lost = citations.filter(({ number, part }) => {
      const section = sections.get(number);
      return section === undefined || (part !== undefined && !hasPart(section, part));
    });
    expect(lost).toEqual([]);
  });

  test("every fault and every section of docs/operations.md that a comment cites exists", () => {
    const operations = read("docs/operations.md");
    const headings = headingsOf(operations).map((title) => title.toLowerCase());
    const citations = comments.flatMap(({ path, text }) =>
      [...text.matchAll(/\boperations\.md,? ([^.;:)*]+)/gi)].map(([, said]) => ({ path, said: said! })),
    );
    expect(citations.length).toBeGreaterThan(10);
    const lost = citations.filter(({ said }) => {
      const faults = /^faults? (.*)$/.exec(said)?.[1]?.match(/\d+/g);
      if (faults) return !faults.every((number) => operations.includes(`\n| ${number} |`));
      const [section = ""] = said.toLowerCase().split(",");
      return !headings.some((heading) => heading.startsWith(section.trim()));
    });
    expect(lost).toEqual([]);
  });

  test("no comment cites an issue, or a file that is not in the repository", () => {
    const exists = (name: string) => existsSync(join(root, name));
    const outside = comments.filter(
      ({ text }) =>
        /\b(?:issues?|tickets?) (?:#|no\. ?)?\d/i.test(text) ||
        /\.\.\/(?:shared|design|cases|source)\b/.test(text) ||
        [...text.matchAll(/[\w./-]+\.md\b/gi)].some(([name]) => !exists(name)),
    );
    expect(outside).toEqual([]);
  });
});

/** What of each document does not hold, by document; those with nothing are left out. */
function failing(find: (document: string, text: string) => string[]): Record<string, string[]> {
  const found = documents.map((document) => [document, find(document, read(document))] as const);
  return Object.fromEntries(found.filter(([, lost]) => lost.length > 0));
}

describe("what the documents name", () => {
  test("every relative link resolves, to its heading too", () => {
    const lost = failing((document, text) => {
      const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
      return links.filter((link) => {
        if (/^[a-z]+:/.test(link)) return false;
        const [file = "", anchor] = link.split("#");
        const path = file === "" ? document : join(dirname(document), file);
        if (!existsSync(join(root, path))) return true;
        return anchor !== undefined && !headingsOf(read(path)).map(anchorOf).includes(anchor);
      });
    });
    expect(lost).toEqual({});
  });

  test("every path exists", () => {
    const lost = failing((_, text) => {
      const paths = [...text.matchAll(/`((?:api|cypher|web|seed|tests|docs)\/[\w./-]*)`/g)].map(([, path]) => path!);
      return paths.filter((path) => !existsSync(join(root, path)));
    });
    expect(lost).toEqual({});
  });

  test("every npm command exists", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const lost = failing((_, text) => {
      const named = [...text.matchAll(/npm run (?:--silent )?([a-z][\w:]*)/g)].map(([, name]) => name!);
      return named.filter((name) => !(name in scripts));
    });
    expect(lost).toEqual({});
  });

  test("every decision is in the list of decisions", () => {
    const files = readdirSync(join(root, "docs/decisions")).filter((name) => /^\d/.test(name));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((name) => !read("docs/decisions/README.md").includes(`(${name})`))).toEqual([]);
  });
});

describe("what the documents list", () => {
  const served = sources.filter((path) => /^(?:api|cypher)\//.test(path)).map(read);

  test("the settings are those that the code reads", () => {
    const environment = /^const Environment = z\n([\s\S]*?)^ {2}\}\)/m.exec(read("api/server/config.ts"))![1]!;
    const checked = [...environment.matchAll(/^ {4}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name!);
    const others = served.flatMap((text) => [...text.matchAll(/\benv\.([A-Z][A-Z0-9_]+)/g)].map(([, name]) => name!));
    const internal = ["ECOTONE_DEV_ORIGIN"];
    const settings = [...new Set([...checked, ...others])].filter((name) => !internal.includes(name));
    expect(checked.length).toBeGreaterThan(8);
    const table = /^## Settings\n([\s\S]*?)^## /m.exec(read("docs/operations.md"))![1]!;
    const rows = table.split("\n").filter((line) => line.startsWith("| `"));
    const listed = rows.flatMap((row) => [...row.split("|")[1]!.matchAll(/`([A-Z0-9_]+)`/g)].map(([, name]) => name!));
    expect(listed.sort()).toEqual(settings.sort());
  });

  test("the codes of errors are those that the API gives", () => {
    const given = served.flatMap((text) => [...text.matchAll(/\bcode: "([A-Z_]+)"/g)].map(([, code]) => code!));
    // The second argument of the refusals of persisted operations.
    const refused = read("api/server/graphql/page-operations.ts").matchAll(/refused\(\d+, "([A-Z_]+)"/g);
    // Codes of the errors within an answer of a change: the schema describes them.
    const inAnswers = ["INVALID", "UNKNOWN_REFERENCE", "REFERRED_TO", "DUPLICATE"];
    const codes = new Set([
      ...given.filter((code) => !inAnswers.includes(code)),
      ...[...refused].map(([, code]) => code!),
    ]);
    const table = /^## Errors\n([\s\S]*?)^```/m.exec(read("docs/api.md"))![1]!;
    const listed = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code!);
    expect(listed.sort()).toEqual(
      [...codes, "STORAGE_FULL"].filter((code, at, all) => all.indexOf(code) === at).sort(),
    );
  });
});
