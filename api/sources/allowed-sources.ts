import { isIP } from "node:net";
import { isAbsolute, resolve } from "node:path";
import { InvalidInput } from "../shared/domain-errors.ts";

/** What the server may read files from: addresses by their beginning, hosts, and folders of its disk. */
export interface AllowedSources {
  prefixes: readonly string[];
  /** In lower case, without a port. */
  hosts: ReadonlySet<string>;
  folders: readonly string[];
  /** Addresses of machines that are named themselves, private ones too. */
  machines: ReadonlySet<string>;
}

export const noSources: AllowedSources = { prefixes: [], hosts: new Set(), folders: [], machines: new Set() };

const hostForm = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;
/** The host of an address without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "").toLowerCase();

/** The setting ECOTONE_SOURCES: hosts, addresses and folders, with commas between; the entry that is none is thrown. */
export function parseAllowedSources(text: string): AllowedSources {
  const prefixes: string[] = [];
  const folders: string[] = [];
  const [hosts, machines] = [new Set<string>(), new Set<string>()];
  for (const entry of text.split(",").map((one) => one.trim())) {
    if (entry === "") continue;
    if (/^https?:\/\//i.test(entry) && URL.canParse(entry)) {
      const url = new URL(entry);
      if (url.username || url.password || url.search || url.hash) throw new InvalidSource(entry);
      // The end of a folder: https://example.org/data must not allow https://example.org/database.
      prefixes.push(url.href.endsWith("/") ? url.href : `${url.href}/`);
      if (isIP(hostOf(url))) machines.add(hostOf(url));
    } else if (isAbsolute(entry)) folders.push(resolve(entry));
    else if (isIP(entry)) {
      const host = hostOf(new URL(isIP(entry) === 6 ? `http://[${entry}]` : `http://${entry}`));
      hosts.add(host);
      machines.add(host);
    } else if (hostForm.test(entry)) hosts.add(entry.toLowerCase());
    else throw new InvalidSource(entry);
  }
  return { prefixes, hosts, folders, machines };
}

/** An entry of the setting that is neither a host nor an address nor a folder. */
export class InvalidSource extends Error {
  constructor(readonly entry: string) {
    super(`"${entry}" is neither a host nor an address nor the absolute path of a folder.`);
  }
}

export const notAmongSources = "is not among the sources that this server may read (ECOTONE_SOURCES).";

export function refuseUnlessAllowed(url: URL, allowed: AllowedSources): void {
  if (!isAllowed(url, allowed)) throw new InvalidInput(`${url.origin} ${notAmongSources}`);
}

/** Whether an address may be read as far as its text goes. */
export const isAllowed = (url: URL, { hosts, prefixes }: AllowedSources): boolean =>
  /^https?:$/.test(url.protocol) &&
  url.username === "" &&
  url.password === "" &&
  (hosts.has(hostOf(url)) ||
    prefixes.some((prefix) => url.href === prefix.slice(0, -1) || url.href.startsWith(prefix)));
