import type { RecordKind } from "../graphql/schema-types.ts";

/** A record that a name may mean. */
export interface Candidate {
  key: string;
  label: string;
}

/** What a name means: one record, one of several, or none. */
export type Match =
  | { found: "one"; record: Candidate; isExact: boolean }
  | { found: "several"; candidates: readonly Candidate[] }
  | { found: "none"; candidates: readonly Candidate[] };

/** Looks up a name; undefined while it is not known what it means. */
export type Names = (kind: RecordKind, name: string) => Match | undefined;

export const plainName = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * What a name means among the records that the search has found for it, best first: the one of that name, or the only one
 * whose name begins with it. A name of which only a part is known names nothing, so that nothing is stored by mistake.
 */
export function matchName(name: string, found: readonly Candidate[]): Match {
  const typed = plainName(name);
  const same = found.filter(({ label }) => plainName(label) === typed);
  if (same.length === 1) return { found: "one", record: same[0]!, isExact: true };
  if (same.length > 1) return { found: "several", candidates: same };
  const begun = found.filter(({ label }) => plainName(label).startsWith(typed));
  if (begun.length === 1) return { found: "one", record: begun[0]!, isExact: false };
  if (begun.length > 1) return { found: "several", candidates: begun };
  return { found: "none", candidates: found };
}
