import type { Database } from "../../cypher/database.ts";
import type { ApiContext } from "./context.ts";

/**
 * Gathers what the resolvers of one request ask for one by one, and asks the database for all of it at once.
 * @param read answers as many as it is asked for, in their order
 */
export function batched<Ask, Answer>(
  read: (db: Database, asks: readonly Ask[]) => Promise<readonly Answer[]>,
): (context: ApiContext, ask: Ask) => Promise<Answer> {
  const gathering = new WeakMap<ApiContext, { asks: Ask[]; answers: Promise<readonly Answer[]> }>();
  return async (context, ask) => {
    let batch = gathering.get(context);
    if (!batch) {
      const asks: Ask[] = [];
      // By then every resolver that can run has run: rows of a list are resolved in one turn of the event loop.
      const answers = new Promise((resolve) => setImmediate(resolve)).then(() => {
        gathering.delete(context);
        return read(context.db, asks);
      });
      batch = { asks, answers };
      gathering.set(context, batch);
    }
    const place = batch.asks.push(ask) - 1;
    return (await batch.answers)[place]!;
  };
}
