import { moveTypes } from "../enums/move-type.ts";
import { date, list, name, oneOf, reference, required, scale, text } from "../field.ts";
import { fact, ownKey } from "../record-description.ts";

export const moves = fact({
  label: "Move",
  singular: "move",
  plural: "moves",
  description: "What an actor did in the market on a day.",
  fields: {
    key: ownKey,
    actor: required(reference("actors", "MADE_BY", "Actor", "Who made the move.")),
    date: required(date("Date", "The day of the move.")),
    type: required(oneOf(moveTypes, "Type", "What kind of move it is.")),
    title: required(name("Title", "The move in a few words.")),
    description: text("Description", "What happened."),
    activities: list(reference("activities", "TOUCHES", "Activities", "The activities that it affects."), {
      maxItems: 200,
    }),
    impact: scale("Impact", "From 1 (minor) to 5 (major).", { default: 3 }),
  },
});
