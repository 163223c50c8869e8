import { expect, test } from "vitest";
import { makeKey } from "../../api/changes/batch/make-key.ts";

const namedAlike = (count: number): { keys: string[]; lookUps: number } => {
  const keys = new Set<string>();
  const numbered = new Map<string, number>();
  let lookUps = 0;
  const isTaken = (key: string) => {
    lookUps++;
    return keys.has(key);
  };
  for (let at = 0; at < count; at++)
    keys.add(makeKey("actors", { name: "工場", kinds: ["OTHER"], key: "" }, isTaken, numbered));
  return { keys: [...keys], lookUps };
};

test("names of which the same is left are numbered in order", () => {
  const { keys } = namedAlike(60);
  const base = keys[0]!;
  expect(keys).toEqual([base, ...Array.from({ length: 59 }, (_, at) => `${base}-${at + 2}`)]);
});

test("a key of a common name costs as many look-ups among many records as among few", () => {
  const [few, many] = [namedAlike(500).lookUps / 500, namedAlike(5_000).lookUps / 5_000];
  expect(many / few).toBeLessThan(1.5);
});
