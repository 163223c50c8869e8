import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Secret: 256 random bits as text, for a link or a cookie. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** Hash of a secret: the database never stores the secret itself. */
/** Whether a text has the form of a secret: what has not is looked up nowhere. */
export const isSecret = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

export const hashOf = (secret: string): string => createHash("sha256").update(secret, "utf8").digest("hex");

/** Constant-time comparison. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(createHash("sha256").update(one).digest(), createHash("sha256").update(other).digest());
}
