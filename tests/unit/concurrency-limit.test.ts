import { expect, test } from "vitest";
import { concurrencyLimit, QueueTimeout } from "../../cypher/concurrency-limit.ts";

/** Work that is under way until it is ended. */
function work(name: string, begun: string[]) {
  let end = () => {};
  const ended = new Promise<string>((resolve) => {
    end = () => resolve(name);
  });
  return {
    end: () => end(),
    run: () => {
      begun.push(name);
      return ended;
    },
  };
}

test("one more than may run at once waits its turn, and is refused without having begun when that takes too long", async () => {
  const limit = concurrencyLimit(2, 30);
  const begun: string[] = [];
  const [one, two, late] = [work("one", begun), work("two", begun), work("late", begun)];
  const running = [limit(one.run), limit(two.run)];
  await expect(limit(late.run)).rejects.toThrow(QueueTimeout);

  const [third, fourth] = [work("third", begun), work("fourth", begun)];
  const waiting = [limit(third.run), limit(fourth.run)];
  one.end();
  two.end();
  expect(await Promise.all(running)).toEqual(["one", "two"]);
  third.end();
  fourth.end();
  expect(await Promise.all(waiting)).toEqual(["third", "fourth"]);
  expect(begun).toEqual(["one", "two", "third", "fourth"]);

  // The queue is empty again: the next ones begin at once.
  const next = work("next", begun);
  const last = limit(next.run);
  next.end();
  expect(await last).toBe("next");
});

test("work that fails frees its place and fails for its caller alone", async () => {
  const limit = concurrencyLimit(1, 1_000);
  const failed = limit(() => Promise.reject(new Error("no")));
  const queued = limit(() => Promise.resolve("queued"));
  await expect(failed).rejects.toThrow("no");
  expect(await queued).toBe("queued");
  await expect(limit(() => Promise.reject(new Error("again")))).rejects.toThrow("again");
});
