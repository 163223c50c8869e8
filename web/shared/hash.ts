import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

// crypto.subtle and crypto.randomUUID exist in secure contexts only: not on a page over plain http under another name
// than localhost.

/** SHA-256 of a text in hex. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of a text as base64url, 43 characters. */
export const sha256Base64Url = (text: string): string =>
  btoa(String.fromCharCode(...sha256(utf8ToBytes(text))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** Random id of 128 bits in hex, such as an idempotency key. */
export const randomId = (): string => bytesToHex(crypto.getRandomValues(new Uint8Array(16)));
