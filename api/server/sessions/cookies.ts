import type { IncomingMessage } from "node:http";
import { parseCookie, stringifySetCookie } from "cookie";

/** Cookie name: browsers accept the prefix __Host- only from this very host, over https, for all paths. */
const nameOf = (secure: boolean) => (secure ? "__Host-session" : "session");

/**
 * Whether the browser speaks https, so that it can be given a Secure cookie: it drops one that comes over plain http. The
 * public address tells; without one, the header of a TLS proxy.
 */
export function isSecure(request: IncomingMessage, publicUrl: string | undefined): boolean {
  if (publicUrl !== undefined) return publicUrl.startsWith("https:");
  return request.headers["x-forwarded-proto"] === "https";
}

/** The session's cookie: the Secure one first, and no other where the public address is https. */
export function readSessionCookie(request: IncomingMessage, publicUrl: string | undefined): string | null {
  const cookies = parseCookie(request.headers.cookie ?? "");
  const plain = publicUrl?.startsWith("https:") ? undefined : cookies[nameOf(false)];
  return cookies[nameOf(true)] || plain || null;
}

export function sessionCookie(secret: string, maxAgeSeconds: number, secure: boolean): string {
  return stringifySetCookie(nameOf(secure), secret, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    maxAge: maxAgeSeconds,
    secure,
  });
}
