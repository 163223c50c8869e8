import { type ChangeEntry as ChangeEntryRow, type HistoryOf, readHistories } from "../../cypher/changes/history.ts";
import { batched } from "./batched.ts";
import { builder } from "./builder.ts";
import type { ApiContext } from "./context.ts";
import { defaultFirst, readFirst } from "./paging.ts";

export const ChangeEntry = builder.objectRef<ChangeEntryRow>("ChangeEntry").implement({
  description: "One change of one record.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: "The ecosystem's revision that this change made." }),
    at: t.exposeString("at", { description: "When, as an RFC 3339 time." }),
    who: t.exposeString("who", { description: "Who made it." }),
    why: t.string({ nullable: true, description: "Why, in their words.", resolve: ({ why }) => why }),
    before: t.field({
      type: "JSON",
      nullable: true,
      description: "The record before; null when it was created.",
      resolve: ({ before }) => before,
    }),
    after: t.field({
      type: "JSON",
      nullable: true,
      description: "The record after; null when it was removed.",
      resolve: ({ after }) => after,
    }),
  }),
});

interface LogArgs {
  first?: number | null | undefined;
  before?: number | null | undefined;
}

/** Of a history of changes: how many, and before which revision to go on. */
export const logArgs = builder.args((t) => ({
  first: t.int({ description: "At most so many, 0 to 100 (20 when absent)." }),
  before: t.int({ description: "Only those of revisions before this one: to go on after the last that was read." }),
}));

export const readLogArgs = ({ first, before }: LogArgs) => ({
  first: readFirst(first) ?? defaultFirst,
  before: before ?? undefined,
});

/** What every history costs: all of one request are read at once. */
export const historyCost = ({ first }: LogArgs) => ({ field: 5, multiplier: first ?? defaultFirst });

const histories = batched(readHistories);

/** The changes of a record or a view, latest first. */
export const historyOf = (
  context: ApiContext,
  { ecosystem, kind, key }: Pick<HistoryOf, "ecosystem" | "kind" | "key">,
  args: LogArgs,
): Promise<ChangeEntryRow[]> => histories(context, { ecosystem, kind, key, ...readLogArgs(args) });
