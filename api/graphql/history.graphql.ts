import { readHistory } from "../../cypher/changes/history.ts";
import type { RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { builder } from "./builder.ts";
import type { ApiContext } from "./context.ts";

export interface ChangeEntryRow {
  revision: number;
  at: string;
  who: string;
  why?: string | null;
  before: object | null;
  after: object | null;
}

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

export function historyOf(node: RecordNode, context: ApiContext): Promise<ChangeEntryRow[]> {
  return readHistory(context.db, node.loaded.key, { kind: node.kind, key: node.key });
}
