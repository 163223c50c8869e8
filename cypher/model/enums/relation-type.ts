import { type EnumValue, enumTable, type ValueOf } from "../enum-table.ts";

/** Label of a relation from its source, and from its target. */
export interface RelationWords extends EnumValue {
  /** "Is supplied by": the label from the target. */
  readonly reverse: string;
}

export const relationTypes = enumTable(
  "RelationType",
  "How one actor is related to another; read from the first to the second.",
  {
    SUPPLIES: { word: "Supplies", reverse: "Is supplied by", description: "The first sells to the second." },
    PARTNERS_WITH: {
      word: "Partners with",
      reverse: "Partners with",
      description: "The two work together; the direction has no meaning.",
    },
    OWNS: { word: "Owns", reverse: "Is owned by", description: "The first holds shares of the second." },
    COMPETES_WITH: {
      word: "Competes with",
      reverse: "Competes with",
      description: "The two are rivals; the direction has no meaning.",
    },
    DEPENDS_ON: {
      word: "Depends on",
      reverse: "Is depended on by",
      description: "The first cannot do its part without the second.",
    },
  },
);

export type RelationType = ValueOf<typeof relationTypes>;
