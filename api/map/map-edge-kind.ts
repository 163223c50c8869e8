import { enumTable, type ValueOf } from "../../cypher/model/enum-table.ts";
import { type RelationWords, relationTypes } from "../../cypher/model/enums/relation-type.ts";

const derived = {
  CLAIMS: {
    word: "Is reported to do",
    reverse: "Is reported to be done by",
    description: "A claim says that the actor takes part in the activity.",
  },
  ADOPTS: { word: "Adopts", reverse: "Is adopted by", description: "The actor follows the standard." },
  PROVIDES: { word: "Provides", reverse: "Is provided by", description: "The actor sells the offering." },
  PERFORMS: { word: "Performs", reverse: "Is performed by", description: "The offering does the activity." },
  INTERFACES_WITH: {
    word: "Has an interface with",
    reverse: "Has an interface with",
    description: "The systems of the two actors have to work together; the direction has no meaning.",
  },
} as const satisfies Record<string, RelationWords>;

const inferred = {
  DEVELOPS_WITH: {
    word: "Develops with",
    reverse: "Develops with",
    description: "The two take part in a joint initiative; the direction has no meaning.",
  },
  SHARES_DATA_WITH: {
    word: "Shares data with",
    reverse: "Receives data from",
    description: "The customer and the provider have agreed on sharing data.",
  },
  USES_EQUIPMENT_OF: {
    word: "Uses equipment of",
    reverse: "Provides equipment to",
    description: "The customer runs equipment that the other made.",
  },
} as const satisfies Record<string, RelationWords>;

/** Kinds of edge: recorded relations, and those inferred from other records about two nodes. */
export const mapEdgeKinds = enumTable("MapEdgeKind", "What an edge of the map stands for.", {
  ...derived,
  ...relationTypes.values,
  ...inferred,
});

export type MapEdgeKind = ValueOf<typeof mapEdgeKinds>;
