import pLimit from "p-limit";

/** The time limit of the queue has passed before the work started: the same call may work later. */
export class QueueTimeout extends Error {
  override name = "QueueTimeout";
}

/**
 * Concurrency limit whose queue has a time limit: `max` at once, the next ones in order of arrival. The time limit is
 * added here because p-limit's queue has none; work that has timed out is skipped when its turn comes.
 * @param maxWait milliseconds in the queue, after which the work is refused with a QueueTimeout
 */
export function concurrencyLimit(max: number, maxWait: number): <T>(work: () => Promise<T>) => Promise<T> {
  const limit = pLimit(max);
  return (work) => {
    if (limit.activeCount < max) return limit(work);
    return new Promise((resolve, reject) => {
      let isRefused = false;
      const timer = setTimeout(() => {
        isRefused = true;
        reject(new QueueTimeout(`not begun within ${maxWait} ms`));
      }, maxWait);
      void limit(async () => {
        if (isRefused) return;
        clearTimeout(timer);
        await work().then(resolve, reject);
      });
    });
  };
}
