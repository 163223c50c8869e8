import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";
import { fromMergeMark, type Merge } from "./buckets.ts";
import type { ChangedKind } from "./history.ts";

const rowShape = z.object({
  revision: z.number(),
  kind: z.custom<ChangedKind>((kind) => typeof kind === "string"),
  keys: z.array(z.string()),
  before: z.array(z.string()),
  after: z.array(z.string()),
  from: z.array(z.string()),
  merged: z.array(z.string()),
});
const read = defineQuery<{ ecosystem: string; after: number; to: number }, z.infer<typeof rowShape>>(
  import.meta.url,
  "read-logged.cypher",
  ["ecosystem", "after", "to"],
  rowShape,
);

/** One entry of the log: what a change did to a record, a view or the ecosystem's own fields. */
export interface LoggedChange {
  revision: number;
  kind: ChangedKind;
  key: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  /** The identity that the record had before, where the change gave it another one. */
  from?: string;
  merge?: Merge;
}

/** Every entry of the log after a revision, up to and with another one, oldest revision first. */
export async function readLogged(
  tx: Transaction,
  ecosystem: string,
  after: number,
  to: number,
): Promise<LoggedChange[]> {
  const rows = await tx.run(read, { ecosystem, after, to });
  return rows.flatMap(({ revision, kind, keys, before, after: states, from, merged }) =>
    keys.map((key, at): LoggedChange => {
      const merge = fromMergeMark(merged[at] ?? "");
      return {
        revision,
        kind,
        key,
        before: JSON.parse(before[at]!),
        after: JSON.parse(states[at]!),
        ...(from[at] && { from: from[at] }),
        ...(merge && { merge }),
      };
    }),
  );
}
