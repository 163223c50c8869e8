import { expect, test } from "vitest";
import { RateLimit } from "../../api/server/sessions/rate-limits.ts";

test("one too many within the window waits until the first has left it, others are not held up", () => {
  let now = 0;
  const limit = new RateLimit(2, 60, () => now);
  expect([limit.count("ada"), limit.count("ada"), limit.count("ada"), limit.count("ben")]).toEqual([0, 0, 60, 0]);
  now = 45_000;
  expect(limit.count("ada")).toBe(15);
  now = 60_001;
  expect([limit.count("ada"), limit.count("ada"), limit.count("ada")]).toEqual([0, 0, 60]);
});
