import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";
import type { LayoutPinRecord, Lens } from "../model/document.ts";

const lensNames = ["NETWORK", "POSITIONS", "BOUNDARIES", "RIVALS"] as const satisfies readonly Lens[];
const pinRow = z.object({
  pin: z.object({
    lens: z.enum(lensNames),
    view: z.string().exactOptional(),
    kind: z.enum(["ACTOR", "ACTIVITY", "STANDARD", "OFFERING"]),
    key: z.string(),
    x: z.number(),
    y: z.number(),
  }),
});
const readByView = defineQuery<{ ecosystem: string; prefixes: string[] }, z.infer<typeof pinRow>>(
  import.meta.url,
  "read-pins-of-views.cypher",
  ["ecosystem", "prefixes"],
  pinRow,
);

const lenses: readonly Lens[] = lensNames;

/** Every pin of a named view, in all lenses. */
export async function readPinsOfView(tx: Transaction, ecosystem: string, view: string): Promise<LayoutPinRecord[]> {
  return (await tx.run(readByView, { ecosystem, prefixes: lenses.map((lens) => `${lens}|${view}|`) })).map(
    ({ pin }) => pin,
  );
}
