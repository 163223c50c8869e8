import type { IncomingMessage } from "node:http";
import type { Variables } from "../admission/operation.ts";

/** What a request asks for, as far as it is read before its operation is admitted. */
export interface Asked {
  text: string | null;
  /** The SHA-256 of an operation of the built page, in place of its text. */
  hash: string | null;
  variables: Variables;
}

const nothing: Asked = { text: null, hash: null, variables: {} };

/** Bytes that are parsed whole where people are answered; of a longer body the beginning tells its operation. */
export const maxParsed = 64_000;

/** A body that ended before its length. */
export class RequestCut extends Error {}

/**
 * Reads a body whose length is known into one buffer.
 * @param begun called once with the first bytes when there are more than these: false stops reading
 */
export async function readBody(
  request: IncomingMessage,
  length: number,
  begun: (beginning: Uint8Array) => boolean,
): Promise<Uint8Array | null> {
  // Not of the shared pool: the buffer is handed over to a worker.
  const body = Buffer.allocUnsafeSlow(length);
  let read = 0;
  let isAdmitted = length <= maxParsed;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    if (read + chunk.length > length) throw new RequestCut("The body is longer than its Content-Length.");
    chunk.copy(body, read);
    read += chunk.length;
    if (!isAdmitted && read >= maxParsed) {
      if (!begun(body.subarray(0, read))) return null;
      isAdmitted = true;
    }
  }
  if (read < length) throw new RequestCut("The connection was closed before the body had been received.");
  return body;
}

/** Reads a small body whole. */
export function parseBody(body: Uint8Array): Asked {
  try {
    return askedOf(JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8")));
  } catch {
    return nothing; // where it is executed, the caller is told what is wrong
  }
}

/** Reads the query string of a GET request. */
export function parseQueryString(url: string): Asked {
  const search = new URLSearchParams(url.split("?")[1] ?? "");
  const json = (name: string): unknown => {
    try {
      return JSON.parse(search.get(name) ?? "null");
    } catch {
      return null;
    }
  };
  return askedOf({
    query: search.get("query") ?? undefined,
    variables: json("variables"),
    extensions: json("extensions"),
  });
}

function askedOf(value: unknown): Asked {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return nothing;
  const { query, variables, extensions } = value as { query?: unknown; variables?: unknown; extensions?: unknown };
  const hash = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null | undefined)?.persistedQuery
    ?.sha256Hash;
  return {
    text: typeof query === "string" ? query : null,
    hash: typeof hash === "string" ? hash : null,
    variables: typeof variables === "object" && variables !== null ? (variables as Variables) : {},
  };
}

/**
 * The operation of a body of which only the beginning is at hand: its members before `variables`, which is what makes
 * bodies long.
 */
export function parseBeginning(beginning: Uint8Array): Asked {
  const text = Buffer.from(beginning.buffer, beginning.byteOffset, beginning.byteLength).toString("utf8");
  const at = /"variables"\s*:\s*\{/.exec(text)?.index;
  if (at === undefined) return nothing;
  try {
    return askedOf(JSON.parse(`${text.slice(0, at).replace(/,\s*$/, "")}}`));
  } catch {
    return nothing; // "variables" stood inside something else, or before the operation
  }
}
