import type { ConcurrencyQuota } from "../../schema/context.ts";

/**
 * Concurrency quota: a limit per person and one for all together. Written by hand because a request beyond the limit is
 * refused at once: p-limit would queue it, and has no limit per person.
 */
export function concurrencyQuota(maxEach: number, maxInAll: number): ConcurrencyQuota {
  const running = new Map<string, number>();
  let inAll = 0;
  return {
    begin(who) {
      const own = running.get(who) ?? 0;
      if (own >= maxEach || inAll >= maxInAll) return null;
      running.set(who, own + 1);
      inAll++;
      return () => {
        const left = running.get(who)! - 1;
        if (left > 0) running.set(who, left);
        else running.delete(who);
        inAll--;
      };
    },
  };
}
