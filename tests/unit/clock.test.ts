import { afterEach, expect, test, vi } from "vitest";
import { forwardClock } from "../../api/server/sessions/clock.ts";
import { RateLimit } from "../../api/server/sessions/rate-limits.ts";

afterEach(() => {
  vi.useRealTimers();
});
const hour = 3_600_000;

test("time goes on while the machine's clock is set back, and follows it when it is set forward", () => {
  let wall = 1_000 * hour;
  let steady = 5;
  const now = forwardClock(
    () => wall,
    () => steady,
  );
  const pass = (milliseconds: number) => {
    wall += milliseconds;
    steady += milliseconds;
  };
  expect(now()).toBe(1_000 * hour);
  pass(hour);
  wall -= 10 * hour;
  expect(now()).toBe(1_001 * hour);
  pass(2 * hour);
  expect(now(), "nothing lasts longer for it").toBe(1_003 * hour);
  wall += 24 * hour;
  expect(now()).toBe(wall);
  const latest = now();
  wall -= 24 * hour;
  expect(now(), "nothing that has ended begins again").toBe(latest);
});

test("who has asked too often waits no longer when the machine's clock is set back", () => {
  const limit = new RateLimit(1, 60);
  expect(limit.count("ada")).toBe(0);
  vi.setSystemTime(Date.now() - hour);
  expect(limit.count("ada")).toBeGreaterThan(0);
  expect(limit.count("ada")).toBeLessThanOrEqual(60);
});
