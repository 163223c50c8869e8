import type { MapEdgeKind } from "../graphql/schema-types.ts";

/** Wording of a relation, from its source (out) and from its target (back). */
export const relationWords: Record<MapEdgeKind, { out: string; back: string }> = {
  CLAIMS: { out: "Is reported to do", back: "Is reported to be done by" },
  ADOPTS: { out: "Adopts", back: "Adopted by" },
  PROVIDES: { out: "Provides", back: "Provided by" },
  PERFORMS: { out: "Performs", back: "Performed by" },
  INTERFACES_WITH: { out: "Has an interface with", back: "Has an interface with" },
  SUPPLIES: { out: "Supplies", back: "Supplied by" },
  PARTNERS_WITH: { out: "Partners with", back: "Partners with" },
  OWNS: { out: "Owns", back: "Owned by" },
  COMPETES_WITH: { out: "Competes with", back: "Competes with" },
  DEPENDS_ON: { out: "Depends on", back: "Needed by" },
  DEVELOPS_WITH: { out: "Develops with", back: "Develops with" },
  SHARES_DATA_WITH: { out: "Shares data with", back: "Receives data from" },
  USES_EQUIPMENT_OF: { out: "Uses equipment of", back: "Provides equipment to" },
};
