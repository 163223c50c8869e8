import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";
import type { LayoutPinRecord, Lens } from "../model/document.ts";

const lensNames = ["NETWORK", "POSITIONS", "BOUNDARIES", "RIVALS"] as const satisfies readonly Lens[];
const pinRow = z.object({
  pin: z.object({
    lens: z.enum(lensNames),
    view: z.string().optional(),
    kind: z.enum(["ACTOR", "ACTIVITY", "STANDARD", "OFFERING"]),
    key: z.string(),
    x: z.number(),
    y: z.number(),
  }),
});
type PinRow = z.infer<typeof pinRow>;
const readByIdentity = defineQuery<{ ecosystem: string; rows: { key: string }[] }, PinRow>(
  import.meta.url,
  "read-pins.cypher",
  ["ecosystem", "rows"],
  pinRow,
);
const readByView = defineQuery<{ ecosystem: string; prefixes: string[] }, PinRow>(
  import.meta.url,
  "read-pins-of-views.cypher",
  ["ecosystem", "prefixes"],
  pinRow,
);

export const lenses: readonly Lens[] = lensNames;

const toPin = ({ pin: { view, ...pin } }: PinRow): LayoutPinRecord => ({ ...pin, ...(view !== undefined && { view }) });

/** The stored pins with these identities (see identityOf), and no other record. */
export async function readPins(tx: Transaction, ecosystem: string, identities: string[]): Promise<LayoutPinRecord[]> {
  if (identities.length === 0) return [];
  return (await tx.run(readByIdentity, { ecosystem, rows: identities.map((key) => ({ key })) })).map(toPin);
}

/** Every pin of a named view, in whichever lens. */
export async function readPinsOfView(tx: Transaction, ecosystem: string, view: string): Promise<LayoutPinRecord[]> {
  return (await tx.run(readByView, { ecosystem, prefixes: lenses.map((lens) => `${lens}|${view}|`) })).map(toPin);
}
