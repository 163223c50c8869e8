import { defaultFirst } from "./paging.ts";

/** Cost of a field that computes over all facts or reads the database, so that no operation has a hundred of them. */
export const measureCost = { field: 50, multiplier: 3 };

/** Cost of a paged list: that of its rows, and `field` for the list itself. */
export const pageCost =
  (field: number) =>
  ({ first }: { first?: number | null | undefined }) => ({ field, multiplier: first ?? defaultFirst });
