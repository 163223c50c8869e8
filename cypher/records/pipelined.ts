import type { Transaction } from "../database.ts";

/**
 * Pipelining: statements of which nobody needs the rows are sent one behind the other without waiting for each answer.
 * The database runs them in that order; after a failure it ignores those that follow.
 */
export interface Pipelined {
  /** Sends a statement and goes on; the rows are not handed out. */
  writes: Transaction;
  /** Resolves when all are done; throws what the first one that failed has thrown. */
  done(): Promise<void>;
}

export function pipelined(tx: Transaction): Pipelined {
  const sent: Promise<unknown>[] = [];
  return {
    writes: {
      async run(query, parameters) {
        const answer = tx.run(query, parameters);
        // A failure is told by done, or by what is read meanwhile: alone it would end the process.
        answer.catch(() => undefined);
        sent.push(answer);
        return [];
      },
    },
    done: async () => void (await Promise.all(sent)),
  };
}

/** Each statement waits for the one before: what is too much to be sent, and held in memory, at once. */
export const oneByOne = (tx: Transaction): Pipelined => ({ writes: tx, done: async () => undefined });
