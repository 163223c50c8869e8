import DataLoader from "dataloader";
import type { Database } from "../../cypher/database.ts";
import type { ApiContext } from "./context.ts";

/**
 * DataLoader per request: what its resolvers ask for one by one is read from the database at once.
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
        // Keys are objects, made anew for each ask, and a mutation's fields are to see what it has just changed.
        cache: false,
        // By then every resolver that can run has run: rows of a list are resolved in one turn of the event loop.
        batchScheduleFn: (dispatch) => setImmediate(dispatch),
      });
      loaders.set(context, loader);
    }
    return loader.load(ask);
  };
}
