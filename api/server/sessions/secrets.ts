import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 random bits, as text for a link or a cookie. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a secret: never the secret itself. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret, "utf8").digest("hex");

/** Equal, in a time that does not tell how much of it is. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(createHash("sha256").update(one).digest(), createHash("sha256").update(other).digest());
}
