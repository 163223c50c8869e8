import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";
import type { LayoutPinRecord, Lens } from "../model/document.ts";
import { fromProperties } from "../records/stored-record.ts";

const pinRow = z.object({ pin: z.record(z.string(), z.unknown()) });
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

export const lenses: readonly Lens[] = ["NETWORK", "POSITIONS", "BOUNDARIES", "RIVALS"];

const toPin = ({ pin }: PinRow): LayoutPinRecord => fromProperties(pin).record as LayoutPinRecord;

/** The stored pins with these identities (see identityOf), and no other record. */
export async function readPins(tx: Transaction, ecosystem: string, identities: string[]): Promise<LayoutPinRecord[]> {
  if (identities.length === 0) return [];
  return (await tx.run(readByIdentity, { ecosystem, rows: identities.map((key) => ({ key })) })).map(toPin);
}

/** Every pin of a named view, in whichever lens. */
export async function readPinsOfView(tx: Transaction, ecosystem: string, view: string): Promise<LayoutPinRecord[]> {
  return (await tx.run(readByView, { ecosystem, prefixes: lenses.map((lens) => `${lens}|${view}|`) })).map(toPin);
}
