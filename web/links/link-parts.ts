import { defaultParseSearch, defaultStringifySearch } from "@tanstack/react-router";
import { sha256Base64Url } from "../shared/hash.ts";
import type { RawSearch } from "../shared/read-search.ts";

// Link parts: the address is the state, but servers and proxies refuse addresses of more than some thousand characters.
// The largest parameters of such an address are replaced by the hash of their content, which the server keeps.

/** Maximum length of the search text of an address; beyond it the largest parameters are replaced. */
const maxSearch = 4_000;
/** Maximum characters of one part, as the API has it; a parameter with more has several parts. */
const maxPart = 400_000;
/** Characters of parts that are kept in memory beside those in use. */
const maxKept = 20_000_000;

/** A parameter's content by reference: "kept.HASH", or several hashes one after the other. */
const reference = /^kept((?:\.[\w-]{43})+)$/;
const hashesIn = (value: unknown): string[] =>
  typeof value === "string" ? (reference.exec(value)?.[1]?.slice(1).split(".") ?? []) : [];

/** Texts of parts by hash, the latest last. */
const texts = new Map<string, string>();
/** References of values that have been replaced before: hashing a large one takes tens of milliseconds. */
const replaced = new WeakMap<object, string>();

const storageKey = (hash: string) => `ecotone-link-part-${hash}`;

/** Remembers a part. This tab finds it again after a reload, even before the server has it. */
export function rememberPart(hash: string, text: string): void {
  texts.delete(hash);
  texts.set(hash, text);
  let size = 0;
  for (const one of texts.values()) size += one.length;
  for (const [old, one] of texts) {
    if (size <= maxKept || old === hash) break;
    texts.delete(old);
    size -= one.length;
  }
  try {
    sessionStorage.setItem(storageKey(hash), text);
  } catch {
    // The storage is full or switched off: the server's copy is read after a reload.
  }
}

export function partText(hash: string): string | null {
  try {
    return texts.get(hash) ?? sessionStorage.getItem(storageKey(hash));
  } catch {
    return null;
  }
}

function referenceTo(value: unknown): string {
  const known = typeof value === "object" && value !== null ? replaced.get(value) : undefined;
  if (known && hashesIn(known).every((hash) => texts.has(hash))) return known;
  const content = JSON.stringify(value);
  let name = "kept";
  for (let from = 0, to = 0; from < content.length; from = to) {
    to = from + maxPart;
    // A surrogate pair is not divided: the half of one is no text.
    if (/[\ud800-\udbff]/.test(content.charAt(to - 1))) to--;
    const text = content.slice(from, to);
    const hash = sha256Base64Url(text);
    rememberPart(hash, text);
    name += `.${hash}`;
  }
  if (typeof value === "object" && value !== null) replaced.set(value, name);
  return name;
}

/** Search text of an address or a view; of a long one the largest parameters are replaced by references. */
export function stringifySearch(search: object): string {
  let text = defaultStringifySearch(search as RawSearch);
  if (text.length <= maxSearch) return text;
  const short: RawSearch = { ...search };
  const sizes = Object.entries(search)
    .filter(([, value]) => value !== undefined && hashesIn(value).length === 0)
    .map(([name, value]) => ({ name, length: defaultStringifySearch({ [name]: value }).length }))
    .sort((a, b) => b.length - a.length || (a.name < b.name ? -1 : 1));
  for (const { name } of sizes) {
    if (text.length <= maxSearch) break;
    short[name] = referenceTo(short[name]);
    text = defaultStringifySearch(short);
  }
  return text;
}

/** Parameters of a search text; those that name parts are replaced by their content where all parts are known. */
export function parseSearch(text: string): RawSearch {
  const raw: RawSearch = defaultParseSearch(text);
  for (const [name, value] of Object.entries(raw)) {
    const parts = hashesIn(value).map(partText);
    if (parts.length === 0 || parts.some((part) => part === null)) continue;
    try {
      raw[name] = JSON.parse(parts.join(""));
    } catch {
      // Another program's part: it stays a reference, which no page can read.
    }
  }
  return raw;
}

/** Parameters whose content is not known here yet. */
export const openReferences = (search: object): RawSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => hashesIn(value).length > 0));

/** Hashes of the parts that parameters name, each once. */
export const hashesOf = (search: object): string[] => [...new Set(Object.values(search).flatMap(hashesIn))];

/** Hashes of the parts that a search text names. */
export const hashesOfText = (text: string): string[] => hashesOf(defaultParseSearch(text));

/**
 * What a page reads of its parameters, with the references that are still open: no reader of a parameter knows them, and
 * the page is not drawn before they are resolved.
 */
export const withOpenReferences = <Search extends object>(raw: RawSearch, search: Search): Search => ({
  ...search,
  ...openReferences(raw),
});
