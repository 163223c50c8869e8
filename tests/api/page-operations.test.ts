import { readFileSync } from "node:fs";
import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
} from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { schema } from "../../api/schema/schema.ts";
import { newInvite } from "../../api/server/sessions/sessions.ts";
import { collectOperations } from "../../web/build/page-operations.ts";
import { startApi, type TestApi } from "../support/api.ts";

// The page's operations as the built page sends them, in a session, under production settings, on the whole example.

const key = `page-${process.pid}`;
const texts = Object.values(await collectOperations());
const operations = texts.map((text) => {
  const operation = parse(text).definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION)!;
  return { name: operation.name?.value ?? "", operation, text };
});
let api: TestApi;
let cookie: string;
let actorId: string;
let rival: string;

beforeAll(async () => {
  api = await startApi({ production: true, operations: texts });
  const seed = JSON.parse(readFileSync("seed/sysco.json", "utf8"));
  seed.ecosystem.key = key;
  rival = seed.tags[0].actor;
  const outcome = await importEcosystem(api.db, { format: "ECOSYSTEM", content: JSON.stringify(seed), who: "Tester" });
  expect(outcome.errors).toEqual([]);
  const link = `${api.origin}/session/${await newInvite(api.db, "Pat")}`;
  cookie = (await fetch(link, { method: "POST", redirect: "manual" })).headers.get("set-cookie")!.split(";")[0]!;
  const { data } = await api.query(`{ ecosystem(key: "${key}") { actors(first: 1) { edges { node { id } } } } }`);
  actorId = data.ecosystem.actors.edges[0].node.id;
});
afterAll(() => api?.close());

/** A value that the page could send: as much of it as the schema demands, pages as long as they may be. */
function example(type: GraphQLInputType, name: string): unknown {
  // Of those of what was known earlier: by now all has been recorded.
  if (name === "asKnownAt") return new Date().toISOString();
  if (!isNonNullType(type)) return name === "first" ? 100 : null;
  const inner = type.ofType;
  if (isListType(inner)) return isNonNullType(inner.ofType) ? [example(inner.ofType, name)] : [];
  // A file of CSV needs a kind of record besides.
  if (isEnumType(inner) && inner.name === "ExportFormat") return "GEXF";
  if (isEnumType(inner)) return inner.getValues()[0]!.name;
  if (isInputObjectType(inner)) {
    const needed = Object.values(inner.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(needed.map((field) => [field.name, example(field.type, field.name)]));
  }
  const named: Record<string, unknown> = {
    Int: 100,
    Float: 0.5,
    Boolean: true,
    ID: actorId,
    Date: name === "to" ? "2025-06-01" : "2024-06-01",
  };
  if (name === "hashes") return "A".repeat(43);
  if (String(inner) in named) return named[String(inner)];
  return name === "rival" ? rival : key;
}

function variablesOf(operation: OperationDefinitionNode): object {
  const entries = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
    const name = variable.name.value;
    return [name, example(typeFromAST(schema, type as never) as GraphQLInputType, name)];
  });
  return Object.fromEntries(entries);
}

test("every operation of the page has a name of its own", () => {
  const names = operations.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name, at) => name === "" || names.indexOf(name) !== at)).toEqual([]);
});

test.each(operations.filter(({ operation }) => operation.operation === "query"))(
  "$name is answered whole",
  async ({ operation, text }) => {
    const { status, errors, data } = await api.asPage(text, variablesOf(operation), cookie);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(Object.values(data)).not.toContain(null);
  },
);

test.each(operations.filter(({ operation }) => operation.operation === "mutation"))(
  "$name is weighed and found light enough, whatever comes of its example",
  async ({ operation, text }) => {
    const { status, errors } = await api.asPage(text, variablesOf(operation), cookie);
    expect([200, 400, 404]).toContain(status);
    const refusals = /too (much|deeply|many|long)|own operations|another version/;
    expect((errors ?? []).filter(({ message }) => refusals.test(message))).toEqual([]);
  },
);
