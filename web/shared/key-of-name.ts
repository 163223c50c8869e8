/** Longest key that is made from a name: a key is typed, and part of addresses. */
const maxLength = 60;

/** A key made from a name: letters without accents, digits and hyphens; empty where the name has none. */
export const keyOfName = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, maxLength);

/** A key that is not taken: the base, or the base with a number from 2 on. */
export function freeKeyOf(base: string, isTaken: (key: string) => boolean): string {
  let key = base;
  for (let n = 2; isTaken(key); n++) key = `${base}-${n}`;
  return key;
}
