import type { GraphQLObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { measureCost } from "../../api/schema/cost.ts";
import { schema } from "../../api/schema/schema.ts";
import { HeavyWork } from "../../api/server/admission/heavy-work.ts";
import { describeOperation } from "../../api/server/admission/operation.ts";
import { estimate, laneOf, tooMuchWork } from "../../api/server/admission/placement.ts";
import { parseBeginning, parseBody } from "../../api/server/graphql/received.ts";
import { toNodeId } from "../../api/shared/node-id.ts";

describe("what the main thread knows of an operation", () => {
  const about = (text: string, variables: object = {}) => {
    const operation = describeOperation(text)!;
    return [operation.isMutation, operation.ecosystem(variables as Record<string, unknown>)];
  };
  test.each([
    ["a key in its text", '{ ecosystem(key: "a") { name } }', {}, [false, "a"]],
    ["a key in a variable", "query ($k: String!) { ecosystem(key: $k) { name } }", { k: "b" }, [false, "b"]],
    [
      "a node's id",
      "query ($id: ID!) { node(id: $id) { id } }",
      { id: toNodeId({ kind: "actors", ecosystem: "c", key: "x" }) },
      [false, "c"],
    ],
    [
      "an input",
      "mutation ($input: SaveLayoutInput!) { saveLayout(input: $input) { revision } }",
      { input: { ecosystem: "d" } },
      [true, "d"],
    ],
    [
      "a document that is imported",
      "mutation ($input: ImportEcosystemInput!) { importEcosystem(input: $input) { created } }",
      { input: { content: '{"format":"ecosystem/1","ecosystem":{"name":"E","key":"e"}}' } },
      [true, "e"],
    ],
    ["nothing", "{ me { name } }", {}, [false, null]],
    ["an id that is none of ours", '{ node(id: "zz") { id } }', {}, [false, null]],
  ])("its ecosystem by %s", (_by, text, variables, expected) => {
    expect(about(text, variables)).toEqual(expected);
  });

  test("nothing of what is no operation or far too long", () => {
    expect(describeOperation("{ me { ")).toBeNull();
    expect(describeOperation(`{ ${"a ".repeat(2_000)} }`)).toBeNull();
    expect(describeOperation(`${"{ a ".repeat(50_000)}`)).toBeNull();
  });
});

describe("the operation of a long body, from its beginning", () => {
  const beginning = (text: string) => parseBeginning(Buffer.from(text));
  const nothing = { text: null, hash: null, variables: {} };
  test("is what comes before its variables", () => {
    expect(
      beginning('{"query":"mutation { \\"variables\\" }","operationName":null,"variables":{"input":{"content":"aa')
        .text,
    ).toBe('mutation { "variables" }');
    expect(beginning('{ "extensions" : {"persistedQuery":{"sha256Hash":"ab"}} , "variables" : {"in').hash).toBe("ab");
  });
  test("is unknown where they come first, or within something else", () => {
    expect(beginning('{"variables":{"input":{"content":"aa')).toEqual(nothing);
    expect(beginning('{"extensions":{"variables":{},"persistedQuery":{"sha256Hash":"ab"}},"x":"')).toEqual(nothing);
    expect(beginning("aaaa")).toEqual(nothing);
  });
  test("a body that is no object asks for nothing", () => {
    for (const text of ["[]", "[{}]", "null", "1", "{", ""]) expect(parseBody(Buffer.from(text))).toEqual(nothing);
  });
});

describe("where an operation runs", () => {
  const operation = (fields: string) => describeOperation(`{ ecosystem(key: "x") { ${fields} } }`)!;
  test("by what it asks for and how large its ecosystem is", () => {
    expect(laneOf(operation("coherence { score }"), 100, 300)).toBe("reading");
    expect(laneOf(operation("coherence { score }"), 100, 50_000)).toBe("computing");
    expect(laneOf(operation("name views { name }"), 100, 200_000)).toBe("reading");
    const importing = describeOperation("mutation ($i: I!) { importEcosystem(input: $i) { created } }")!;
    expect([laneOf(importing, 5_000, 300), laneOf(importing, 5_000, 50_000), laneOf(importing, 5_000_000, 0)]).toEqual([
      "reading",
      "importing",
      "importing",
    ]);
    expect(laneOf(null, 100, 0)).toBe("reading");
  });

  test("what would compute for more than a minute is refused, with its size and time", () => {
    expect(tooMuchWork(operation("coherenceTrend { score } threatTrend { dates { date } }"), 50_000)).toBeNull();
    expect(
      tooMuchWork(
        operation("coherenceTrend { score } threatTrend { dates { date } } frames { date } threats { revision } "),
        300_000,
      ),
    ).toMatch(/of an ecosystem of 300,000 records \(about \d+ s\)/);
  });

  test("every field that computes over all facts has an estimate", () => {
    const cheap = ["search", "explainThreat"];
    const { Ecosystem } = schema.getTypeMap();
    const fields = Object.values((Ecosystem as GraphQLObjectType).getFields());
    const measured = fields.filter(({ extensions }) => extensions.complexity === measureCost).map(({ name }) => name);
    expect(measured.length).toBeGreaterThan(8);
    const missing = measured.filter((name) => estimate(operation(name), 1_000) === 0);
    expect(missing.filter((name) => !cheap.includes(name))).toEqual([]);
  });
});

describe("heavy computations of a person", () => {
  const never = new AbortController().signal;
  test("two at once, the next in order, and each person for themselves", async () => {
    const work = new HeavyWork(2, 2);
    const begun: string[] = [];
    const begin = (name: string, who = "a") =>
      work.begin(who, never).then((end) => {
        begun.push(name);
        return end;
      });
    const first = await begin("first");
    await begin("second");
    const third = begin("third");
    const fourth = begin("fourth");
    await begin("other", "b");
    expect(begun).toEqual(["first", "second", "other"]);
    expect(work.state("a")).toEqual({ running: 2, waiting: 2 });
    await expect(begin("fifth")).rejects.toThrow("2 of your computations are waiting already");
    first();
    (await third)();
    await fourth;
    expect(begun).toEqual(["first", "second", "other", "third", "fourth"]);
    expect(work.state("nobody")).toEqual({ running: 0, waiting: 0 });
  });

  test("one that nobody waits for any more leaves the queue and takes no turn", async () => {
    const work = new HeavyWork(1, 5);
    const end = await work.begin("a", never);
    const gone = new AbortController();
    const waiting = work.begin("a", gone.signal);
    const next = work.begin("a", never);
    gone.abort(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
    end();
    (await next)();
    expect(work.state("a")).toEqual({ running: 0, waiting: 0 });
  });
});
