import { createHash } from "node:crypto";

/** Key of the file itself among the evidence; a second landscape of one ecosystem gets another one. */
export const fileEvidence = "landscape-file";

/** A key made of a name's letters and digits, and of a hash of it where they do not tell it from the others. */
export function freeKey(name: string, taken: Set<string>, salt: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const base = plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
  let key = base;
  for (let n = 0; key === "" || taken.has(key); n++)
    key = `${base || "item"}-${createHash("sha256")
      .update(`${name}${"\0".repeat(n)}${n === 0 ? "" : salt}`)
      .digest("hex")
      .slice(0, 8)}`;
  taken.add(key);
  return key;
}
