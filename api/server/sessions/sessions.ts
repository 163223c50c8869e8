import type { IncomingMessage, ServerResponse } from "node:http";
import type { Database } from "../../../cypher/database.ts";
import { createInvite, findSession, redeemInvite } from "../../../cypher/sessions/sessions.ts";
import { forwardClock } from "./clock.ts";
import { isSecure, readSessionCookie, sessionCookie } from "./cookies.ts";
import { RateLimit } from "./rate-limits.ts";
import { hashOf, newSecret } from "./secrets.ts";

const inviteHours = 24;
const sessionDays = 30;
const hour = 3_600_000;
/** One clock for the process, so that links and sessions are judged by the clock that issued them. */
const now = forwardClock();
const inMillis = (millis: number) => new Date(now() + millis).toISOString();

/** Creates a one-time token for `GET /session/<token>`: the first person to open it is signed in under this name. */
export async function newInvite(db: Database, name: string): Promise<string> {
  const token = newSecret();
  await createInvite(db, { tokenHash: hashOf(token), name, expiresAt: inMillis(inviteHours * hour) });
  return token;
}

export interface SessionHandler {
  /** Answers GET /session/<token>: redeems the token, sets the cookie, redirects to the page. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Session token of the request's cookie; null without one. */
  secretOf(request: IncomingMessage): string | null;
  /** Name of the person whose session it is; null when the session is invalid or has expired. */
  who(secret: string): Promise<{ name: string } | null>;
}

export function createSessionHandler({ db, config }: { db: Database; config: { publicUrl?: string } }): SessionHandler {
  // Limit on guessing: 5 invalid links of one address within 15 minutes.
  const wrong = new RateLimit(5, 15 * 60);

  async function redeem(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = request.socket.remoteAddress ?? "";
    const wait = wrong.wait(address);
    if (wait > 0) return answer(response, 429, "Too many invalid links. Try again later.", { "Retry-After": wait });
    const token = /^\/session\/([A-Za-z0-9_-]{20,100})\/?(?:\?.*)?$/.exec(request.url ?? "")?.[1];
    const session = newSecret();
    const name =
      token &&
      (await redeemInvite(db, {
        tokenHash: hashOf(token),
        sessionHash: hashOf(session),
        expiresAt: inMillis(sessionDays * 24 * hour),
        now: inMillis(0),
      }));
    if (!name) {
      wrong.count(address);
      return answer(response, 401, "This link has been used or has expired. Create a new one: npm run invite -- NAME");
    }
    response.writeHead(303, {
      Location: "/",
      "Set-Cookie": sessionCookie(session, sessionDays * 24 * 3600, isSecure(request, config.publicUrl)),
      "Cache-Control": "no-store",
    });
    response.end();
  }

  return {
    handle(request, response) {
      // HEAD comes from link previews, which must not use up the link.
      if (request.method !== "GET") return answer(response, 405, "Open this link in a browser.", { Allow: "GET" });
      redeem(request, response).catch(() =>
        answer(response, 503, "The database does not answer. Try the link again.", { "Retry-After": 5 }),
      );
    },
    secretOf: (request) => readSessionCookie(request, config.publicUrl),
    who: (secret) => findSession(db, { sessionHash: hashOf(secret), now: inMillis(0) }),
  };
}

function answer(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string | number> = {},
): void {
  if (response.headersSent) return;
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...headers });
  response.end(`${text}\n`);
}
