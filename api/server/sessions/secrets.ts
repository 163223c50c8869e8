import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Secret: 256 random bits as text, for a link or a cookie. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** Hash of a secret: the database never stores the secret itself. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret, "utf8").digest("hex");

/** Constant-time comparison. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(createHash("sha256").update(one).digest(), createHash("sha256").update(other).digest());
}
