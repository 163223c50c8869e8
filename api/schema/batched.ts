import DataLoader from "dataloader";
import type { Database } from "../../cypher/database.ts";
import type { ApiContext } from "./context.ts";

/**
 * DataLoader per request: single reads by resolvers become one read of the database.
 * @param read answers as many as it is asked for, in their order
 */
export function batched<Ask, Answer>(
  read: (db: Database, asks: readonly Ask[]) => Promise<readonly Answer[]>,
): (context: ApiContext, ask: Ask) => Promise<Answer> {
  const loaders = new WeakMap<ApiContext, DataLoader<Ask, Answer>>();
  return (context, ask) => {
    let loader = loaders.get(context);
    if (!loader) {
      loader = new DataLoader((asks: readonly Ask[]) => read(context.db, asks), {
        // No cache: keys are objects created for each read, and a mutation's fields must see its changes.
        cache: false,
        // Scheduled after all resolvers that can run have run: rows of a list are resolved in one turn of the event
        // loop.
        batchScheduleFn: (dispatch) => setImmediate(dispatch),
      });
      loaders.set(context, loader);
    }
    return loader.load(ask);
  };
}
