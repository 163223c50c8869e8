import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";
import type { CompetitorType, TagRecord } from "../model/document.ts";

const types = [
  "SIMILAR_MANUFACTURER",
  "DIVERSIFIED_TECHNOLOGY_FIRM",
  "SERVICE_CENTRIC_START_UP",
  "EXPANDING_CUSTOMER",
  "OTHER",
] as const satisfies readonly CompetitorType[];
const tagRow = z.object({
  // exactOptional: a property that a node lacks is absent from the record too.
  tag: z.object({
    actor: z.string(),
    focal: z.string(),
    type: z.enum(types).exactOptional(),
    label: z.string().exactOptional(),
    reason: z.string().exactOptional(),
    by: z.string().exactOptional(),
    at: z.string().exactOptional(),
  }),
});
const read = defineQuery<{ ecosystem: string; identity: string }, { tag: TagRecord }>(
  import.meta.url,
  "read-tag.cypher",
  ["ecosystem", "identity"],
  tagRow,
);

/** The stored tag with this identity (see identityOf); null when there is none. */
export async function readTag(tx: Transaction, ecosystem: string, identity: string): Promise<TagRecord | null> {
  return (await tx.run(read, { ecosystem, identity }))[0]?.tag ?? null;
}
