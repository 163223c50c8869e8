import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApi, type TestApi } from "../support/api.ts";

// Every operation of docs/api.md runs on the example, in the order of the text, and every answer that the guide shows is
// the one that came. After a change that is meant, `vitest --project api tests/api/docs-api.test.ts -u` writes the
// answers anew.

const path = resolve(import.meta.dirname, "../../docs/api.md");
const guide = await readFile(path, "utf8");

/** A fenced block of the guide: an operation, the variables or the answer of the operation before it. */
const fence = /^```(graphql|json (?:variables|answer|excerpt))\n([\s\S]*?)^```$/gm;

interface Example {
  heading: string;
  operation: string;
  variables?: object;
  /** The guide says that this one is refused. */
  fails: boolean;
}

const headingBefore = (at: number) =>
  guide
    .slice(0, at)
    .match(/^#{2,} .*$/gm)
    ?.at(-1) ?? "";

const examples: Example[] = [];
for (const { 1: kind, 2: content = "", index } of guide.matchAll(fence)) {
  if (kind === "graphql")
    examples.push({ heading: headingBefore(index), operation: content, fails: /^# refused/m.test(content) });
  if (kind === "json variables") examples.at(-1)!.variables = JSON.parse(content);
}

/** An excerpt has so many rows of each list. */
const rowsOfExcerpt = 1;

let api: TestApi;
const answers: object[] = [];
beforeAll(async () => {
  api = await startApi();
  const content = await readFile(resolve(import.meta.dirname, "../../seed/sysco.json"), "utf8");
  const { data } = await api.query(
    "mutation ($input: ImportEcosystemInput!) { importEcosystem(input: $input) { errors { path message } } }",
    { input: { format: "ECOSYSTEM", content, replace: true } },
  );
  expect(data.importEcosystem.errors).toEqual([]);
});
afterAll(() => api?.close());

describe("docs/api.md", () => {
  test("has an operation for every query and every mutation of the schema", async () => {
    const { data } = await api.query(
      `{ query: __type(name: "Query") { fields { name } } mutation: __type(name: "Mutation") { fields { name } }
         ecosystem: __type(name: "Ecosystem") { fields { name args { name } } } }`,
    );
    const whole = examples.map(({ operation }) => operation).join("\n");
    const fields: { name: string; args?: object[] }[] = [
      ...data.query.fields,
      ...data.mutation.fields,
      ...data.ecosystem.fields.filter(({ args }: { args: object[] }) => args.length > 0),
    ];
    expect(fields.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(whole)).map(({ name }) => name)).toEqual([]);
  });

  test.each(examples.map((example, at) => ({ ...example, at, name: `${example.heading} (${at + 1})` })))(
    "$name",
    async ({ operation, variables, fails, at }) => {
      const { data, errors } = await api.query(operation, variables);
      answers[at] = errors ? { errors: errors.map(shown) } : data;
      expect(errors !== undefined, JSON.stringify(errors)).toBe(fails);
    },
  );

  test("shows the answers that came", async () => {
    let at = -1;
    const rewritten = guide.replace(fence, (block, kind: string) => {
      if (kind === "graphql") at++;
      if (kind !== "json answer" && kind !== "json excerpt") return block;
      const answer = kind === "json excerpt" ? cut(answers[at]) : answers[at];
      return `\`\`\`${kind}\n${inWidth(rounded(answer), 118)}\n\`\`\``;
    });
    await expect(rewritten).toMatchFileSnapshot(path);
  });
});

/** Where in the operation an error stands is left out of the guide. */
function shown({ message, extensions }: { message: string; extensions: object }): object {
  return { message, extensions };
}

/** Numbers to four decimals: what is beyond tells nobody anything. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part) => (typeof part === "number" ? Math.round(part * 10_000) / 10_000 : part)),
  );
}

function cut(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, part) => (Array.isArray(part) ? part.slice(0, rowsOfExcerpt) : part)));
}

/** JSON as a person would set it: what fits into the width stands on one line. */
function inWidth(value: unknown, width: number, indent = "", taken = 0): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const isList = Array.isArray(value);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  const entries = Object.entries(value).map(([name, part]) => [isList ? "" : `"${name}": `, part] as const);
  if (entries.length === 0) return open + close;
  const pad = isList ? "" : " ";
  const parts = entries.map(([name, part]) => name + inWidth(part, Number.POSITIVE_INFINITY));
  const line = open + pad + parts.join(", ") + pad + close;
  if (indent.length + taken + line.length <= width) return line;
  const deeper = `${indent}  `;
  const lines = entries.map(([name, part]) => `${deeper}${name}${inWidth(part, width, deeper, name.length)}`);
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}
