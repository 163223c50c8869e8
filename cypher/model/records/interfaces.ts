import { list, name, reference, required } from "../field.ts";
import { fact, ownKey } from "../record-description.ts";

export const interfaces = fact({
  label: "Interface",
  singular: "interface",
  plural: "interfaces",
  description: "Two actors whose systems must work together, and the standards that could govern it.",
  fields: {
    key: ownKey,
    a: required(reference("actors", "JOINS", "First actor", "One end of the interface.")),
    b: required(reference("actors", "JOINS", "Second actor", "The other end of the interface.")),
    name: name("Name", "What it is called."),
    candidates: list(
      reference("standards", "COULD_FOLLOW", "Candidate standards", "The standards that could govern it."),
      {
        maxItems: 50,
      },
    ),
  },
});
