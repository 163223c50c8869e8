import { enumTable, type ValueOf } from "../enum-table.ts";

export const relationTypes = enumTable(
  "RelationType",
  "How one actor is related to another; read from the first to the second.",
  {
    SUPPLIES: { word: "Supplies", description: "The first sells to the second." },
    PARTNERS_WITH: { word: "Partners with", description: "The two work together; the direction has no meaning." },
    OWNS: { word: "Owns", description: "The first holds shares of the second." },
    COMPETES_WITH: { word: "Competes with", description: "The two are rivals; the direction has no meaning." },
    DEPENDS_ON: { word: "Depends on", description: "The first cannot do its part without the second." },
  },
);

export type RelationType = ValueOf<typeof relationTypes>;
