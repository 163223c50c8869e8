import type { IncomingMessage } from "node:http";

const name = (secure: boolean) => (secure ? "__Host-session" : "session");

/** Plain http on a loopback address is the one place where a browser cannot be given a Secure cookie. */
export function isSecure(host: string): boolean {
  return !["127.0.0.1", "localhost", "::1", "[::1]"].includes(host);
}

export function readSessionCookie(request: IncomingMessage, secure: boolean): string | null {
  for (const part of (request.headers.cookie ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name(secure)) return part.slice(at + 1).trim() || null;
  }
  return null;
}

export function sessionCookie(secret: string, maxAgeSeconds: number, secure: boolean): string {
  const parts = [`${name(secure)}=${secret}`, "Path=/", "HttpOnly", "SameSite=Lax", `Max-Age=${maxAgeSeconds}`];
  return [...parts, ...(secure ? ["Secure"] : [])].join("; ");
}
