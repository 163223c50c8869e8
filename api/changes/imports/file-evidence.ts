import { createHash } from "node:crypto";
import type { EvidenceRecord } from "../../../cypher/model/document.ts";
import { Conflict } from "../../shared/domain-errors.ts";

/** What tells one version of a file from another. */
export const fileHash = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** Refuses a file, by its hash, that is not the one that a person has seen. */
export function refuseChangedFile(expected: string | null | undefined, hash: string): void {
  if (expected == null || expected === hash) return;
  throw new Conflict("The file has changed since the preview: preview the import again.", {
    current: { hash },
    yours: { hash: expected },
  });
}

/** A file as evidence: its name, the day on which it was read, and its hash. */
export function asEvidence(key: string, hash: string, name: string): EvidenceRecord {
  const today = new Date().toISOString().slice(0, 10);
  return {
    key,
    title: name.slice(0, 300),
    retrievedOn: today,
    excerpt: `SHA-256 ${hash}, read on ${today}`,
  };
}

const hashOf = ({ excerpt = "" }: EvidenceRecord): string | undefined => excerpt.match(/[0-9a-f]{64}/g)?.at(-1);

/** Whether the version of the file that was read last is this one. */
export const isLastVersion = (before: EvidenceRecord | undefined, file: EvidenceRecord): boolean =>
  before !== undefined && hashOf(before) === hashOf(file);

/** The file as evidence beside its earlier versions; the same version leaves it as it is. */
export function withEarlierVersions(
  before: EvidenceRecord | undefined,
  file: EvidenceRecord,
  replaceFile: boolean,
): EvidenceRecord {
  if (!before) return file;
  const line = file.excerpt!;
  const hash = /[0-9a-f]{64}/.exec(line)![0];
  const earlier = (before.excerpt ?? "").split("\n").filter(Boolean);
  if (replaceFile ? earlier.length === 1 && earlier[0]!.includes(hash) : earlier.some((known) => known.includes(hash)))
    return before;
  return { ...before, ...file, excerpt: replaceFile ? line : [...earlier.slice(-50), line].join("\n") };
}
