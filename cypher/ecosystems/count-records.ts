import { z } from "zod";
import { type Database, defineQuery } from "../database.ts";

const countQuery = defineQuery<{ ecosystem: string }, { records: number }>(
  import.meta.url,
  "count-records.cypher",
  ["ecosystem"],
  z.object({ records: z.number() }),
);

/** How many records an ecosystem has, views counted too: from its change log, which is shorter than its facts. */
export const countRecords = async (db: Database, ecosystem: string): Promise<number> =>
  (await db.read(countQuery, { ecosystem }))[0]?.records ?? 0;
