import { enumTable, type ValueOf } from "../enum-table.ts";

export const lenses = enumTable("Lens", "A way of seeing the map.", {
  NETWORK: { word: "Network", description: "Actors and what connects them." },
  POSITIONS: { word: "Positions", description: "Actors by servitization and by breadth." },
  BOUNDARIES: { word: "Boundaries", description: "Activities as territories, with the actors that take part in them." },
  RIVALS: { word: "Rivals", description: "Competitors by overlap and by market commonality with the focal firm." },
});

export type Lens = ValueOf<typeof lenses>;
