import { z } from "zod";
import { type Database, defineQuery, type Transaction } from "../database.ts";

const storedView = z.object({
  key: z.string(),
  name: z.string(),
  caption: z.string().nullable(),
  state: z.string(),
  version: z.number(),
  by: z.string(),
  at: z.string(),
  position: z.number(),
});

/**
 * A named view of the map: what the page shows (its search text) under a name, with a caption, at a position in the
 * ecosystem's story. It states no fact, so it is not a record of the ecosystem document.
 */
export type StoredView = z.infer<typeof storedView>;

const read = defineQuery<{ ecosystem: string }, StoredView>(
  import.meta.url,
  "read-views.cypher",
  ["ecosystem"],
  storedView,
);
const store = defineQuery<{ ecosystem: string; key: string; view: object }, object>(
  import.meta.url,
  "store-view.cypher",
  ["ecosystem", "key", "view"],
  z.object({}),
);
const remove = defineQuery<{ ecosystem: string; key: string }, object>(
  import.meta.url,
  "remove-view.cypher",
  ["ecosystem", "key"],
  z.object({}),
);
const order = defineQuery<{ ecosystem: string; rows: { key: string; position: number }[] }, object>(
  import.meta.url,
  "order-views.cypher",
  ["ecosystem", "rows"],
  z.object({}),
);

/** All views of an ecosystem, in the order of the story. */
export const readViews = (db: Database, ecosystem: string): Promise<StoredView[]> => db.read(read, { ecosystem });

/** As readViews, inside a transaction. */
export const readViewsIn = (tx: Transaction, ecosystem: string): Promise<StoredView[]> => tx.run(read, { ecosystem });

/** Creates the view or replaces the one with its key; the ecosystem's lock must be held. */
export async function storeView(tx: Transaction, ecosystem: string, view: StoredView): Promise<void> {
  const { key, ...rest } = view;
  await tx.run(store, { ecosystem, key, view: rest });
}

export async function deleteView(tx: Transaction, ecosystem: string, key: string): Promise<void> {
  await tx.run(remove, { ecosystem, key });
}

/** Sets the position of each view to that of its key in the list. */
export async function placeViews(tx: Transaction, ecosystem: string, keys: readonly string[]): Promise<void> {
  await tx.run(order, { ecosystem, rows: keys.map((key, position) => ({ key, position })) });
}
