import type { IncomingMessage } from "node:http";
import { LRUCache } from "lru-cache";
import type { Caller } from "../../schema/context.ts";
import { RateLimit } from "../sessions/rate-limits.ts";
import { hashOf, sameSecret } from "../sessions/secrets.ts";
import type { SessionHandler } from "../sessions/sessions.ts";
import { type Refusal, tooMany } from "./refusal.ts";

/** Invalid tokens and cookies per address and minute; further ones are refused without being checked. */
const maxWrong = 60;
/** Recently accepted tokens and cookies, which pass even while another caller at their address is guessing. */
const maxKnown = 1_000;

/**
 * Authenticates a request, or gives the reason for refusing it. It reads headers only, before any of the operation is
 * parsed: the admin token as a bearer, or a session cookie together with the header x-csrf, which no foreign page can
 * send.
 */
export function createAuthorise(
  config: { adminToken?: string; publicUrl?: string },
  sessions: Pick<SessionHandler, "secretOf" | "who">,
): (request: IncomingMessage) => Promise<Caller | Refusal> {
  const wrong = new RateLimit(maxWrong, 60);
  const known = new LRUCache<string, true>({ max: maxKnown });
  const admin = (bearer: string): Caller | null =>
    config.adminToken !== undefined && sameSecret(bearer, config.adminToken) ? { name: "admin", isAdmin: true } : null;
  const person = async (secret: string): Promise<Caller | null> => {
    const session = await sessions.who(secret);
    return session && { name: session.name, isAdmin: false };
  };

  return async (request) => {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
    const secret = bearer ?? sessions.secretOf(request);
    if (secret === null) return unauthenticated;
    const address = request.socket.remoteAddress ?? "";
    const name = hashOf(secret);
    const wait = known.get(name) ? 0 : wrong.wait(address);
    if (wait > 0) return tooMany("wrong tokens or cookies", wait);
    const caller = bearer === undefined ? await person(secret) : admin(secret);
    if (!caller) {
      known.delete(name);
      wrong.count(address);
      return unauthenticated;
    }
    known.set(name, true);
    return bearer === undefined && (request.headers["x-csrf"] === undefined || isForeign(request, config.publicUrl))
      ? foreign
      : caller;
  };
}

const foreign: Refusal = {
  status: 403,
  code: "FORBIDDEN",
  message: "A request with a session cookie needs the header x-csrf and must come from this site's own pages.",
};

const unauthenticated: Refusal = {
  status: 401,
  code: "UNAUTHENTICATED",
  message:
    "Sign in first: open the link that npm start printed, make one by npm run invite -- NAME, or send the admin token.",
  headers: { "WWW-Authenticate": "Bearer" },
};

function isForeign({ headers }: IncomingMessage, publicUrl: string | undefined): boolean {
  // A proxy may pass on another Host than that of the public address.
  if (!headers.origin || headers.origin === publicUrl) return false;
  try {
    return new URL(headers.origin).host !== headers.host;
  } catch {
    // "null", the origin of a sandboxed frame, or an invalid value.
    return true;
  }
}
