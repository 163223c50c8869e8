import { enumTable, type ValueOf } from "../enum-table.ts";

export const moveTypes = enumTable("MoveType", "What kind of move an actor made.", {
  LAUNCH: { word: "Launch", description: "A new product or service." },
  ENTRY: { word: "Market entry", description: "Entry into a market or an activity that is new to the actor." },
  EXPANSION: { word: "Expansion", description: "More capacity, or new regions or customers for what it already does." },
  ACQUISITION: { word: "Acquisition", description: "It bought a firm or a part of one." },
  PARTNERSHIP: { word: "Partnership", description: "An alliance with another actor." },
  PRICING: { word: "Pricing", description: "A change of prices or of the pricing model." },
  PATENT: { word: "Patent", description: "A patent filed or granted." },
  HIRING: { word: "Hiring", description: "It recruits for new capabilities." },
  STANDARD: { word: "Standard", description: "It proposes, leads or adopts a standard." },
  EXIT: { word: "Exit", description: "It leaves a market or an activity." },
  OTHER: { word: "Other", description: "Any other move." },
});

export type MoveType = ValueOf<typeof moveTypes>;
