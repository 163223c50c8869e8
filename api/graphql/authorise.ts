import type { IncomingMessage } from "node:http";
import { sameSecret } from "../sessions/secrets.ts";
import type { Caller } from "./context.ts";

export interface Refusal {
  status: number;
  code: string;
  message: string;
  headers?: Record<string, string>;
}

/**
 * Who asks, or why they are refused. Read from headers only, before a byte of the operation is parsed: the admin
 * token as a bearer, or a session's cookie together with the header x-csrf, which no foreign page can send.
 */
export async function authorise(
  request: IncomingMessage,
  config: { adminToken?: string },
  who: (request: IncomingMessage) => Promise<{ name: string } | null>,
): Promise<Caller | Refusal> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (bearer !== undefined) {
    return config.adminToken !== undefined && sameSecret(bearer, config.adminToken)
      ? { name: "admin", isAdmin: true }
      : unauthenticated;
  }
  const session = await who(request);
  if (!session) return unauthenticated;
  if (request.headers["x-csrf"] === undefined || isForeign(request)) {
    return {
      status: 403,
      code: "FORBIDDEN",
      message: "A request with a session cookie needs the header x-csrf and must come from this site's own pages.",
    };
  }
  return { name: session.name, isAdmin: false };
}

const unauthenticated: Refusal = {
  status: 401,
  code: "UNAUTHENTICATED",
  message:
    "Sign in first: open the link that npm start printed, make one by npm run invite -- NAME, or send the admin token.",
  headers: { "WWW-Authenticate": "Bearer" },
};

function isForeign({ headers }: IncomingMessage): boolean {
  if (!headers.origin) return false;
  try {
    return new URL(headers.origin).host !== headers.host;
  } catch {
    // "null", the origin of a sandboxed frame, or nonsense.
    return true;
  }
}
