import type { Database } from "../../cypher/database.ts";

/** The database with something done before each statement of its transactions, as others do who work on it meanwhile. */
export const disturbed = (db: Database, before: (query: string) => unknown): Database => ({
  ...db,
  transaction: (work, limit) =>
    db.transaction(
      (tx) =>
        work({
          async run(query, parameters) {
            await before(query.name);
            return tx.run(query, parameters);
          },
        }),
      limit,
    ),
});
