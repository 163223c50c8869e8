import { z } from "zod";
import { type Database, defineQuery } from "../database.ts";

// Only hashes of tokens are stored, so that the store cannot be used to sign in. Times are ISO 8601 in UTC.
const named = z.object({ name: z.string() });
/** What a person may do: a reader changes nothing. */
export type Role = "editor" | "reader";
type Invite = { tokenHash: string; name: string; personId: string; role: Role; expiresAt: string };
type Redeem = { tokenHash: string; sessionHash: string; expiresAt: string; now: string };
type Find = { sessionHash: string; now: string };
type End = { sessionHash: string };

const create = defineQuery<Invite, object>(
  import.meta.url,
  "create-invite.cypher",
  ["tokenHash", "name", "personId", "role", "expiresAt"],
  z.object({}),
);
const redeem = defineQuery<Redeem, { name: string }>(
  import.meta.url,
  "redeem-invite.cypher",
  ["tokenHash", "sessionHash", "expiresAt", "now"],
  named,
);
const person = named.extend({ id: z.string(), role: z.enum(["editor", "reader"]) });
/** Who has signed in. The id tells people of one name apart. */
export type Person = z.infer<typeof person>;
const find = defineQuery<Find, Person & { inForce: boolean }>(
  import.meta.url,
  "find-session.cypher",
  ["sessionHash", "now"],
  person.extend({ inForce: z.boolean() }),
);
const end = defineQuery<End, object>(import.meta.url, "end-session.cypher", ["sessionHash"], z.object({}));

/** Stores a one-time token until `expiresAt`. */
export const createInvite = async (db: Database, invite: Invite): Promise<void> => {
  await db.write(create, invite);
};

/** Redeems a one-time token for a session; the person's name, or null when the token is unknown, used or expired. */
export const redeemInvite = async (db: Database, redeemed: Redeem): Promise<string | null> =>
  (await db.write(redeem, redeemed))[0]?.name ?? null;

/**
 * Name of the session's person, or null when it is invalid at `now`. A session found to have expired is removed, so
 * that a clock that is set back cannot revive it.
 */
export async function findSession(db: Database, session: Find): Promise<Person | null> {
  const [found] = await db.read(find, session);
  if (found?.inForce) return { name: found.name, id: found.id, role: found.role };
  if (found) await endSession(db, { sessionHash: session.sessionHash });
  return null;
}

/** Ends a session: whoever holds its cookie has to sign in again. */
export const endSession = async (db: Database, session: End): Promise<void> => {
  await db.write(end, session);
};

const listed = z.object({
  sessionHash: z.string(),
  name: z.string(),
  role: z.enum(["editor", "reader"]),
  createdAt: z.string().nullable(),
  expiresAt: z.string(),
});
const list = defineQuery<object, z.infer<typeof listed>>(import.meta.url, "list-sessions.cypher", [], listed);

/** Sessions that are valid at `now`, by name. */
export const listSessions = async (db: Database, now: string): Promise<z.infer<typeof listed>[]> =>
  (await db.read(list, {})).filter(({ expiresAt }) => expiresAt > now);
