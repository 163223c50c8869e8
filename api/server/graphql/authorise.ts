import type { IncomingMessage } from "node:http";
import { LRUCache } from "lru-cache";
import type { Caller } from "../../schema/context.ts";
import { isForeign } from "../sessions/origin.ts";
import { RateLimit } from "../sessions/rate-limits.ts";
import { hashOf, isSecret, sameSecret } from "../sessions/secrets.ts";
import type { SessionHandler } from "../sessions/sessions.ts";
import { type Refusal, tooMany } from "./refusal.ts";

/** Invalid tokens and cookies per address and minute. The right one passes however many others have been tried. */
const maxWrong = 60;
/** Cookies that were invalid a moment ago and need not be looked up again. */
const remembered = { max: 10_000, ttl: 60_000 };

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
  const invalid = new LRUCache<string, true>(remembered);
  const admin = (bearer: string): Caller | null =>
    config.adminToken !== undefined && sameSecret(bearer, config.adminToken)
      ? { id: "admin", name: "admin", isAdmin: true, isEditor: true }
      : null;
  const person = async (secret: string): Promise<Caller | null> => {
    const name = hashOf(secret);
    if (!isSecret(secret) || invalid.get(name)) return null;
    const session = await sessions.who(secret);
    if (!session) invalid.set(name, true);
    return session && { id: session.id, name: session.name, isAdmin: false, isEditor: session.role === "editor" };
  };

  return async (request) => {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
    const secret = bearer ?? sessions.secretOf(request);
    if (secret === null) return unauthenticated;
    const caller = bearer === undefined ? await person(secret) : admin(secret);
    if (!caller) {
      const wait = wrong.count(request.socket.remoteAddress ?? "");
      return wait > 0 ? tooMany("wrong tokens or cookies", wait) : unauthenticated;
    }
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
