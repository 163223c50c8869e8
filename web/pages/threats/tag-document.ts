import type { CompetitorType } from "../../graphql/schema-types.ts";

interface Tagging {
  /** The ecosystem's key and its name as it is. */
  ecosystem: { key: string; name: string };
  focal: string;
  rival: string;
  /** A type of competitor, or a label in the analyst's own words. */
  says: { type: CompetitorType } | { label: string };
  /** In the analyst's words; empty for none. */
  reason: string;
  by: string;
  /** RFC 3339. */
  at: string;
}

/** A document that holds one tag and nothing else: imported, it is merged into what is there. */
export function tagDocument({ ecosystem, focal, rival, says, reason, by, at }: Tagging): string {
  const said = reason.trim();
  return JSON.stringify({
    format: "ecosystem/1",
    ecosystem,
    tags: [{ actor: rival, focal, ...says, ...(said && { reason: said }), by, at }],
  });
}
