import { responseStatuses } from "../enums/response-status.ts";
import { date, name, oneOf, reference, required, text } from "../field.ts";
import { fact, ownKey } from "../record-description.ts";

export const responses = fact({
  label: "Response",
  singular: "response",
  plural: "responses",
  description: "What an actor does about another's move, or its decision not to respond.",
  fields: {
    key: ownKey,
    move: required(reference("moves", "ANSWERS", "Move", "The move that it responds to.")),
    actor: required(reference("actors", "MADE_BY", "Actor", "Who responds.")),
    date: required(date("Date", "The day of the response, not before its move.")),
    title: name("Title", "The response in a few words."),
    status: oneOf(responseStatuses, "Status", "Whether it is planned, under way, done or declined.", {
      default: "DONE",
    }),
    reason: text("Reason", "Why this response."),
  },
});
