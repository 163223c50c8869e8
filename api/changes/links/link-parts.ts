import { createHash } from "node:crypto";
import type { Database } from "../../../cypher/database.ts";
import * as stored from "../../../cypher/links/link-parts.ts";
import { InvalidInput } from "../../shared/domain-errors.ts";

/** Maximum characters of one part; the page divides what is larger. */
export const maxPartLength = 400_000;
/** Maximum parts of one question. */
export const maxHashes = 50;

const day = 24 * 3_600_000;
/** A part is kept for a year after its last use. */
const keptMillis = 365 * day;

interface LinkPart {
  hash: string;
  text: string;
}

/** Hash of a part: its SHA-256 as base64url, 43 characters. */
const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("base64url");

/** Stores a part of an address and returns its hash; a part that is there already is kept for another year. */
export async function storePart(db: Database, ecosystem: string, text: string, now = Date.now()): Promise<string> {
  if (text === "") throw new InvalidInput("The part of the link is empty.");
  if (text.length > maxPartLength)
    throw new InvalidInput(
      `The part of the link has ${text.length} characters: divide it into parts of at most ${maxPartLength}.`,
    );
  if (!text.isWellFormed()) throw new InvalidInput("The part of the link contains half of a surrogate pair.");
  const hash = hashOf(text);
  await stored.storeLinkPart(db, ecosystem, { hash, text, usedAt: new Date(now).toISOString() });
  return hash;
}

/** The parts with these hashes, those that are known. Reading counts as a use, which is written once a day at most. */
export async function readParts(
  db: Database,
  ecosystem: string,
  hashes: readonly string[],
  now = Date.now(),
): Promise<LinkPart[]> {
  if (hashes.length > maxHashes)
    throw new InvalidInput(`These are ${hashes.length} parts of links: ask for at most ${maxHashes} at a time.`);
  const parts = await stored.readLinkParts(db, ecosystem, [...new Set(hashes)]);
  const yesterday = new Date(now - day).toISOString();
  const old = parts.filter(({ usedAt }) => usedAt < yesterday).map(({ hash }) => hash);
  if (old.length > 0) await stored.touchLinkParts(db, ecosystem, old, new Date(now).toISOString());
  return parts.map(({ hash, text }) => ({ hash, text }));
}

/** Removes the parts that nobody has used for a year and no saved view names. @returns how many */
export const removeUnusedParts = (db: Database, now = Date.now()): Promise<number> =>
  stored.removeLinkParts(db, new Date(now - keptMillis).toISOString());

/** Removes unused parts now and once a day, for as long as the process runs; a failure waits for the next day. */
export function keepRemovingUnusedParts(db: Database, onError: (error: unknown) => void): NodeJS.Timeout {
  const remove = () => void removeUnusedParts(db).catch(onError);
  remove();
  return setInterval(remove, day).unref();
}
