import { type ChangeEntry as ChangeEntryRow, type HistoryOf, readHistories } from "../../cypher/changes/history.ts";
import { batched } from "./batched.ts";
import { builder } from "./builder.ts";
import type { ApiContext } from "./context.ts";
import { defaultFirst, firstArgs, readFirst } from "./paging.ts";

export const ChangeEntry = builder.objectRef<ChangeEntryRow>("ChangeEntry").implement({
  description: "A change of one record.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: "The revision of the ecosystem that it resulted in." }),
    at: t.exposeString("at", { description: "The time of the change (RFC 3339)." }),
    who: t.exposeString("who", { description: "Who made it." }),
    why: t.string({ nullable: true, description: "The reason given.", resolve: ({ why }) => why }),
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

/** Shared arguments of a history of changes: how many, and before which revision. */
export const logArgs = {
  ...firstArgs,
  ...builder.args((t) => ({
    before: t.int({ description: "Only changes before this revision: that of the last row of the page before." }),
  })),
};

/** @param known the revision of the earlier state that is shown, where one is: nothing later is told of it */
export const readLogArgs = ({ first, before }: LogArgs, known?: number) => ({
  first: readFirst(first) ?? defaultFirst,
  before: known === undefined ? (before ?? undefined) : Math.min(before ?? known + 1, known + 1),
});

const histories = batched(readHistories);

/** The changes of a record or a view, latest first. All histories of one request are read by one query. */
export const historyOf = (
  context: ApiContext,
  { ecosystem, kind, key }: Pick<HistoryOf, "ecosystem" | "kind" | "key">,
  args: LogArgs,
  /** The revision of the earlier state that is shown, where one is. */
  known?: number,
): Promise<ChangeEntryRow[]> => histories(context, { ecosystem, kind, key, ...readLogArgs(args, known) });
