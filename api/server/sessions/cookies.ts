import type { IncomingMessage } from "node:http";
import { parseCookie, stringifySetCookie } from "cookie";

/** Cookie name: browsers accept the prefix __Host- only from this very host, over https, for all paths. */
const nameOf = (secure: boolean) => (secure ? "__Host-session" : "session");

/** Plain http on a loopback address is the only case in which a browser cannot be given a Secure cookie. */
export function isSecure(host: string): boolean {
  return !["127.0.0.1", "localhost", "::1", "[::1]"].includes(host);
}

export function readSessionCookie(request: IncomingMessage, secure: boolean): string | null {
  return parseCookie(request.headers.cookie ?? "")[nameOf(secure)] || null;
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
