import { complexityFromQuery } from "@pothos/plugin-complexity";
import { formatDocument } from "@urql/core";
import { parse, print } from "graphql";
import { expect, test } from "vitest";
import { operationLimit } from "../../api/schema/builder.ts";
import { schema } from "../../api/schema/schema.ts";
import { collectOperations } from "../../web/build/page-operations.ts";

const operations = Object.values(await collectOperations()).flatMap((text) => {
  const name = /^query (\w+)/.exec(text)?.[1];
  return name ? [{ name, text }] : [];
});

test.each(operations)("the API takes what the page asks in $name, with what its cache adds", ({ text }) => {
  // The page's cache asks for the type of everything besides.
  const asked = print(formatDocument(parse(text)));
  const [from, to] = ["2025-01-01", "2026-01-01"];
  const named = { key: "key", id: "id", text: "text", actor: "a", rival: "r", topic: "t", view: "v", kind: "ACTORS" };
  const variables = {
    ...named,
    from,
    to,
    dates: [from, to],
    nodes: ["a"],
    hashes: ["h"],
    changes: {},
    first: 100,
    before: 1,
    format: "GEXF",
  };
  const { breadth, depth } = complexityFromQuery(asked, { schema, variables, ctx: {} as never });
  expect(breadth).toBeLessThanOrEqual(operationLimit.breadth);
  expect(depth).toBeLessThanOrEqual(operationLimit.depth);
});
