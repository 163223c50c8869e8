import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Database, StorageFull } from "../../../cypher/database.ts";
import {
  createInvite,
  endSession,
  findSession,
  type Person,
  type Role,
  redeemInvite,
} from "../../../cypher/sessions/sessions.ts";
import { forwardClock } from "./clock.ts";
import { isSecure, readSessionCookie, sessionCookie } from "./cookies.ts";
import { isForeign } from "./origin.ts";
import { RateLimit } from "./rate-limits.ts";
import { hashOf, newSecret } from "./secrets.ts";
import { SIGN_IN_PAGE } from "./sign-in-page.ts";

const inviteHours = 24;
const sessionDays = 30;
const hour = 3_600_000;
/** One clock for the process, so that links and sessions are judged by the clock that issued them. */
const now = forwardClock();
const inMillis = (millis: number) => new Date(now() + millis).toISOString();

/** A one-time token for `GET /session/<token>`: whoever opens it first is signed in under this name. */
export async function newInvite(db: Database, name: string, role: Role = "editor"): Promise<string> {
  const token = newSecret();
  const expiresAt = inMillis(inviteHours * hour);
  await createInvite(db, { tokenHash: hashOf(token), name, personId: randomUUID(), role, expiresAt });
  return token;
}

export interface SessionHandler {
  /**
   * Answers /session/<token>: GET with a page that has a button, POST redeems the token, sets the cookie and redirects to
   * the page.
   */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Session token of the request's cookie; null without one. */
  secretOf(request: IncomingMessage): string | null;
  /** Whose session it is; null when it is none in force. */
  who(secret: string): Promise<Person | null>;
}

export function createSessionHandler({ db, config }: { db: Database; config: { publicUrl?: string } }): SessionHandler {
  // Wrong links are counted, 5 in a quarter of an hour: the right one works however many others have been tried.
  const wrong = new RateLimit(5, 15 * 60);

  async function redeem(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isForeign(request, config.publicUrl)) return answer(response, 403, "Open the link itself and sign in there.");
    const token = /^\/session\/([A-Za-z0-9_-]{20,100})\/?(?:\?.*)?$/.exec(request.url ?? "")?.[1];
    await db.checkRoomToSignIn();
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
      const wait = wrong.count(request.socket.remoteAddress ?? "");
      if (wait > 0) return answer(response, 429, "Too many invalid links. Try again later.", { "Retry-After": wait });
      return answer(response, 401, "This link has been used or has expired. Create a new one: npm run invite -- NAME");
    }
    response.writeHead(303, {
      Location: "/",
      "Set-Cookie": sessionCookie(session, sessionDays * 24 * 3600, isSecure(request, config.publicUrl)),
      "Cache-Control": "no-store",
    });
    response.end();
  }

  /** Ends the session of the request's cookie, and removes the cookie. Only the page itself can send the header. */
  async function signOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "POST" || request.headers["x-csrf"] === undefined)
      return answer(response, 403, "Sign out from the page itself.");
    const secret = readSessionCookie(request, config.publicUrl);
    if (secret !== null) await endSession(db, { sessionHash: hashOf(secret) });
    answer(response, 200, "You are signed out.", {
      "Set-Cookie": sessionCookie("", 0, isSecure(request, config.publicUrl)),
    });
  }

  return {
    handle(request, response) {
      request.resume();
      const failed = (error: unknown) => {
        if (error instanceof StorageFull) return answer(response, 507, error.message, { "Retry-After": 60 });
        answer(response, 503, "The database does not answer. Try again.", { "Retry-After": 5 });
      };
      if (request.url === "/session/end") return void signOut(request, response).catch(failed);
      if (request.method === "GET") {
        response.writeHead(200, {
          "Content-Type": "text/html; charset=utf-8",
          "Cache-Control": "no-store",
          // Without a referrer a browser names no origin in the form's request either, and it would look foreign.
          "Referrer-Policy": "same-origin",
        });
        return void response.end(SIGN_IN_PAGE);
      }
      if (request.method !== "POST")
        return answer(response, 405, "Open this link in a browser.", { Allow: "GET, POST" });
      redeem(request, response).catch(failed);
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
