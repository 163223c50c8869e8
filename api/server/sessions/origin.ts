import type { IncomingMessage } from "node:http";

/** Whether a page of another site has sent the request, where a browser tells. */
export function isForeign({ headers }: IncomingMessage): boolean {
  if (!headers.origin) return false;
  try {
    return new URL(headers.origin).host !== headers.host;
  } catch {
    // "null", the origin of a sandboxed frame, or an invalid value.
    return true;
  }
}
