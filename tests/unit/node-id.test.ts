import { expect, test } from "vitest";
import { fromNodeId, toNodeId } from "../../api/shared/node-id.ts";

test("an id gives back the record that it was made of, whatever its key holds", () => {
  for (const key of ["sysco", "a|b|make|2020-01-01", "x:y:z", "größer|Ω\n"]) {
    const name = { kind: "claims" as const, ecosystem: "plant", key };
    expect(fromNodeId(toNodeId(name))).toEqual(name);
  }
});

test("what is no id of ours names nothing", () => {
  const others = ["", "x", "!!", Buffer.from("constructor:e:k").toString("base64url"), "a".repeat(5000)];
  expect(others.map(fromNodeId)).toEqual(others.map(() => null));
});
