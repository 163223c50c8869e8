import type { CompetitorType } from "../../graphql/schema-types.ts";

interface Tagging {
  /** The ecosystem's key, and its current name. */
  ecosystem: { key: string; name: string };
  focal: string;
  rival: string;
  /** The competitor type, or a label in the analyst's own words. */
  says: { type: CompetitorType } | { label: string };
  /** In the analyst's words; empty for none. */
  reason: string;
  by: string;
  /** RFC 3339. */
  at: string;
}

/** Document with a single tag: its import merges the tag into the ecosystem. */
export function tagDocument({ ecosystem, focal, rival, says, reason, by, at }: Tagging): string {
  const trimmed = reason.trim();
  return JSON.stringify({
    format: "ecosystem/1",
    ecosystem,
    tags: [{ actor: rival, focal, ...says, ...(trimmed && { reason: trimmed }), by, at }],
  });
}
