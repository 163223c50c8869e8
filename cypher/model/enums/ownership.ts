import { enumTable, type ValueOf } from "../enum-table.ts";

export const ownerships = enumTable("Ownership", "Who owns a firm.", {
  LISTED: { word: "Listed", description: "Its shares are traded on an exchange." },
  PRIVATE: { word: "Privately held", description: "Private owners other than a family or an investor." },
  FAMILY: { word: "Family", description: "One or a few families." },
  CAPITAL_INVESTOR: { word: "Capital investor", description: "A private equity or venture capital investor." },
  STATE: { word: "State", description: "The state or a municipality." },
  COOPERATIVE: { word: "Cooperative", description: "Its members." },
});

export type Ownership = ValueOf<typeof ownerships>;
