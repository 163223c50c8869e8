import { defaultFirst } from "./paging.ts";

/** Cost of a field that computes over all facts or asks the database: none can be asked for a hundred times at once. */
export const measureCost = { field: 50, multiplier: 3 };

/** Cost of a list that is read a page at a time: that of its rows, and `field` for the list itself. */
export const pageCost =
  (field: number) =>
  ({ first }: { first?: number | null | undefined }) => ({ field, multiplier: first ?? defaultFirst });
