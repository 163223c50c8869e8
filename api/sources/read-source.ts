import { open, realpath } from "node:fs/promises";
import { basename, isAbsolute, resolve, sep } from "node:path";
import { maxBytes } from "../changes/imports/limits.ts";
import { decodeUri } from "../shared/decode-uri.ts";
import { InvalidInput } from "../shared/domain-errors.ts";
import { type AllowedSources, notAmongSources, refuseUnlessAllowed } from "./allowed-sources.ts";
import { type Fetched, type FetchLimits, fetchSource } from "./fetch-source.ts";

const limits: FetchLimits = { maxBytes, maxMillis: 30_000 };

/** Reads a source: an address, or the path of a file on the server's disk. */
export function readSource(address: string, etag: string | null, allowed: AllowedSources): Promise<Fetched> {
  return isAbsolute(address) ? readFromDisk(address, allowed) : fetchSource(address, etag, allowed, limits);
}

/** Refuses an address that the server may not read, before it is kept. */
export function checkAddress(address: string, allowed: AllowedSources): void {
  if (isAbsolute(address)) {
    if (!allowed.folders.some((folder) => isWithin(address, folder)))
      throw new InvalidInput(`${address} ${notAmongSources}`);
  } else if (!URL.canParse(address)) throw new InvalidInput(`“${address}” is neither an address nor a path.`);
  else refuseUnlessAllowed(new URL(address), allowed);
}

/** The name of the file at an address, by whose ending its format is told. */
export const fileNameOf = (address: string): string =>
  basename(isAbsolute(address) ? address : decodeUri(new URL(address).pathname)) || "table.csv";

const isWithin = (path: string, folder: string): boolean =>
  resolve(path).startsWith(folder.endsWith(sep) ? folder : folder + sep);

async function readFromDisk(path: string, allowed: AllowedSources): Promise<Fetched> {
  checkAddress(path, allowed);
  // Links are followed before the folder is checked: none leads out of it.
  const absent = () => new InvalidInput(`There is no file ${path} on the server.`);
  const real = await realpath(path).catch(() => null);
  if (real === null) throw absent();
  const folders = await Promise.all(allowed.folders.map((folder) => realpath(folder).catch(() => null)));
  if (!folders.some((folder) => folder !== null && isWithin(real, folder)))
    throw new InvalidInput(`${path} leads out of the folders that this server may read (ECOTONE_SOURCES).`);
  const file = await open(real, "r").catch(() => null);
  if (!file) throw absent();
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new InvalidInput(`${path} is no file.`);
    if (stats.size > maxBytes) throw new InvalidInput(`${path} has more than ${maxBytes / 1e6} MB.`);
    return { bytes: await file.readFile(), etag: null };
  } finally {
    await file.close();
  }
}
