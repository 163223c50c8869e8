import { lookup as resolveName } from "node:dns/promises";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { InvalidInput } from "../shared/domain-errors.ts";
import { type AllowedSources, hostOf, refuseUnlessAllowed } from "./allowed-sources.ts";
import { isPrivateAddress } from "./private-addresses.ts";

/** What an address answers; null bytes where it says that nothing has changed since this ETag. */
export interface Fetched {
  bytes: Uint8Array | null;
  etag: string | null;
}

export interface FetchLimits {
  maxBytes: number;
  maxMillis: number;
}

const maxRedirects = 5;

type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;
const resolveAll: Resolve = (host) => resolveName(host, { all: true, verbatim: true });

/**
 * Reads a file at an address. Each hop is checked, then its name is resolved, the result is checked, and the connection
 * goes to that very result: a name that resolves to another machine a moment later leads nowhere.
 * @throws InvalidInput in words for the person who has chosen the source
 */
export async function fetchSource(
  address: string,
  etag: string | null,
  allowed: AllowedSources,
  { maxBytes, maxMillis }: FetchLimits,
  resolve: Resolve = resolveAll,
): Promise<Fetched> {
  const deadline = AbortSignal.timeout(maxMillis);
  const tooSlow = () => new InvalidInput(`${address} did not answer in ${maxMillis / 1_000} s.`);
  try {
    let url = new URL(address);
    for (let hops = 0; hops <= maxRedirects; hops++) {
      const answer = await ask(url, etag, allowed, deadline, resolve);
      const status = answer.statusCode ?? 0;
      const { location } = answer.headers;
      if ([301, 302, 303, 307, 308].includes(status) && location !== undefined) {
        answer.destroy();
        if (!URL.canParse(location, url.href)) throw new InvalidInput(`${url.href} redirects to no valid address.`);
        url = new URL(location, url.href);
        continue;
      }
      if (status === 304 && etag !== null) {
        answer.destroy();
        return { bytes: null, etag };
      }
      if (status !== 200) {
        answer.destroy();
        throw new InvalidInput(`${url.href} answered with status ${status}.`);
      }
      return { bytes: await bytesOf(answer, maxBytes, url), etag: answer.headers.etag ?? null };
    }
    throw new InvalidInput(`${address} redirects more than ${maxRedirects} times.`);
  } catch (error) {
    if (deadline.aborted) throw tooSlow();
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(`${address} could not be read: ${(error as Error).message}`);
  }
}

async function ask(
  url: URL,
  etag: string | null,
  allowed: AllowedSources,
  signal: AbortSignal,
  resolve: Resolve,
): Promise<IncomingMessage> {
  refuseUnlessAllowed(url, allowed);
  const host = hostOf(url);
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host);
  const refused = found.find(({ address }) => isPrivateAddress(address) && !allowed.machines.has(address));
  if (refused || found.length === 0)
    throw new InvalidInput(
      `${host} is a private address${refused ? ` (${refused.address})` : ""}: the server reads it only if ECOTONE_SOURCES names the address itself.`,
    );
  // The connection is made to what was checked, not to what the name resolves to by then.
  const lookup: LookupFunction = (_name, { all }, done) =>
    all ? done(null, found) : done(null, found[0]!.address, found[0]!.family);
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((settle, fail) => {
    const headers = {
      "User-Agent": "ecotone",
      "Accept-Encoding": "identity",
      ...(etag !== null && { "If-None-Match": etag }),
    };
    request(url, { lookup, headers, signal, agent: false }, settle).on("error", fail).end();
  });
}

async function bytesOf(answer: IncomingMessage, maxBytes: number, url: URL): Promise<Uint8Array> {
  const tooLarge = () => {
    answer.destroy();
    return new InvalidInput(`${url.href} has more than ${Math.round(maxBytes / 1e6)} MB.`);
  };
  if (Number(answer.headers["content-length"] ?? 0) > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
