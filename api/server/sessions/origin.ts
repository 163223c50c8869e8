import type { IncomingMessage } from "node:http";

/** Whether a page of another site has sent the request, where a browser tells. */
export function isForeign({ headers }: IncomingMessage, publicUrl: string | undefined): boolean {
  // A proxy may pass on another Host than that of the public address.
  if (!headers.origin || headers.origin === publicUrl) return false;
  try {
    return new URL(headers.origin).host !== headers.host;
  } catch {
    // "null", the origin of a sandboxed frame, or an invalid value.
    return true;
  }
}
