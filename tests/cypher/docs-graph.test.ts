import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { tableOf } from "../../api/cli/table.ts";
import { openDatabase } from "../../cypher/database.ts";
import { migrate } from "../../cypher/migrations/migrate.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { valuesOf } from "../../cypher/model/enum-table.ts";
import { relationTypes } from "../../cypher/model/enums/relation-type.ts";
import { recordKinds } from "../../cypher/model/record-kinds.ts";
import { readQuery } from "../../cypher/read-query.ts";

// Every question of docs/graph.md runs on the example in a READ transaction, and every answer that the guide shows is the
// one that came. After a change that is meant, `vitest --project cypher tests/cypher/docs-graph.test.ts -u` writes the
// answers anew: then read them.

const path = resolve(import.meta.dirname, "../../docs/graph.md");
const guide = await readFile(path, "utf8");
const example = JSON.parse(
  await readFile(resolve(import.meta.dirname, "../../seed/sysco.json"), "utf8"),
) as EcosystemDocument;
// An ecosystem of its own: other tests change the example.
const ecosystem = "docs-graph";
const day = "2026-06-30";

const section = /^### (\d+)\. (.+)\n\n```cypher\n([\s\S]*?)\n```\n\n```text\n([\s\S]*?)```$/gm;
const questions = [...guide.matchAll(section)].map(([, number, title, query]) => ({
  number: Number(number),
  name: `${number}. ${title}`,
  query: query!,
}));
const answers = new Map<number, Awaited<ReturnType<typeof readQuery>>>();
let driver: Driver;

beforeAll(async () => {
  const { uri, username, password } = inject("neo4j");
  driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const db = openDatabase(inject("neo4j"));
  await migrate(db);
  const content = JSON.stringify({ ...example, ecosystem: { ...example.ecosystem, key: ecosystem } });
  expect((await importEcosystem(db, { format: "ECOSYSTEM", content, who: "Tester" })).errors).toEqual([]);
  await db.close();
});
afterAll(() => driver.close());

describe("docs/graph.md", () => {
  test("asks twenty questions", () => {
    expect(questions.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  test.each(questions)("$name", async ({ number, query }) => {
    const answer = await readQuery(inject("neo4j"), {
      text: query,
      parameters: { ecosystem, day },
      limitMillis: 60_000,
    });
    answers.set(number, answer);
    expect(answer.rows.length).toBeGreaterThan(0);
    const { summary } = await driver.executeQuery(`EXPLAIN ${query}`, { ecosystem, day });
    const warnings = summary.gqlStatusObjects.filter(({ gqlStatus }) => /^0[1-3]N/.test(gqlStatus));
    expect(warnings.map(({ statusDescription }) => statusDescription)).toEqual([]);
  });

  test("shows the answers that came", async () => {
    const rewritten = guide.replace(section, (block, number: string) => {
      const { columns, rows } = answers.get(Number(number))!;
      return block.replace(/```text\n[\s\S]*```$/, () => `\`\`\`text\n${tableOf(columns, rows, 100)}\n\`\`\``);
    });
    await expect(rewritten).toMatchFileSnapshot(path);
  });

  test("its table names every plain relationship, with its properties and its kind of record", () => {
    const row = /^\| `([A-Z_]+)` \| [^|]+ \| [^|]+ \|([^|]*)\| `(\w+)` \|$/gm;
    const told = [...guide.matchAll(row)].map(([, type, properties, kind]) => [
      kind,
      type,
      [...properties!.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    ]);
    // Which of a relation's fields go with which type is a rule of the model, not of the graph.
    const ofRelation: Record<string, string[]> = { SUPPLIES: ["volume"], OWNS: ["share"] };
    const described = Object.entries(recordKinds).flatMap(([kind, { plain }]) =>
      plain.flatMap(({ type, properties }) =>
        typeof type === "string"
          ? [[kind, type, properties]]
          : valuesOf(relationTypes).map((name) => [kind, name, ofRelation[name] ?? []]),
      ),
    );
    const sorted = (rows: unknown[][]) => rows.map((it) => JSON.stringify(it)).sort();
    expect(sorted(told)).toEqual(sorted(described));
  });

  test("no plain relationship has the name of one that joins a record to what it refers to", () => {
    const references = new Set(
      Object.values(recordKinds).flatMap((kind) => kind.references.map(({ relationship }) => relationship)),
    );
    const named = Object.values(recordKinds).flatMap(({ plain }) => plain.map(({ type }) => type));
    const types = [...named.filter((type) => typeof type === "string"), ...valuesOf(relationTypes)];
    expect(types.filter((type) => references.has(type))).toEqual([]);
  });
});

describe("answers, told from the document itself", () => {
  const isValid = ({ validFrom = "", validTo = "9999" }: { validFrom?: string; validTo?: string }) =>
    validFrom <= day && validTo > day;
  const nameOf = (key: string) => example.actors!.find((actor) => actor.key === key)!.name;
  const supplies = example.relations!.filter((it) => it.type === "SUPPLIES" && isValid(it));
  const column = (number: number, name: string) => {
    const { columns, rows } = answers.get(number)!;
    return rows.map((row) => row[columns.indexOf(name)]);
  };

  test("the largest volumes of what SysCo sells", () => {
    const customers = new Set(example.actors!.filter((it) => it.kinds.includes("CUSTOMER")).map((it) => it.key));
    const volumes = supplies
      .filter(({ from, to }) => from === "sysco" && customers.has(to))
      .map((it) => it.volume ?? 0);
    expect(column(1, "volume")).toEqual(volumes.sort((a, b) => b - a).slice(0, 5));
  });

  test("the most common customers", () => {
    const ofFirm = (key: string) => new Set(supplies.filter(({ from }) => from === key).map(({ to }) => to));
    const isCustomer = (key: string) => example.actors!.some((it) => it.key === key && it.kinds.includes("CUSTOMER"));
    const ours = [...ofFirm("sysco")].filter(isCustomer);
    const counts = example
      .actors!.filter(({ key }) => key !== "sysco")
      .map(({ key }) => ours.filter((customer) => ofFirm(key).has(customer)).length);
    expect(column(2, "commonCustomers")).toEqual(counts.sort((a, b) => b - a).slice(0, 5));
  });

  test("who is said to compete with SysCo", () => {
    const competing = example.relations!.filter((it) => it.type === "COMPETES_WITH" && isValid(it));
    const rivals = competing.flatMap(({ from, to }) => (from === "sysco" ? [to] : to === "sysco" ? [from] : []));
    expect(column(5, "rival").sort()).toEqual(rivals.map(nameOf).sort());
  });

  test("how SysCo's adoptions developed", () => {
    const extents = example.adoptions!.filter(({ actor }) => actor === "sysco").map(({ extent }) => extent);
    expect(column(12, "extent").sort()).toEqual(extents.sort());
  });

  test("the evidence of a stated rivalry", () => {
    const fact = example.relations!.find(
      ({ from, to, type }) => `${from} ${type} ${to}` === "sysco COMPETES_WITH polarvide",
    )!;
    const titles = fact.evidence!.map((key) => example.evidence!.find((it) => it.key === key)!.title);
    expect(column(19, "evidence").sort()).toEqual(titles.sort());
  });
});
