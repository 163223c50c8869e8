import { actorKinds } from "../enums/actor-kind.ts";
import { country, integer, list, name, oneOf, required, text, url } from "../field.ts";
import { fact, ownKey } from "../record-description.ts";

export const actors = fact({
  label: "Actor",
  singular: "actor",
  plural: "actors",
  description: "A firm or organisation that takes part in the ecosystem or competes with those that do.",
  fields: {
    key: ownKey,
    name: required(name("Name", "What it is called.")),
    kinds: required(
      list(oneOf(actorKinds, "Kinds", "What it is, one or more; the first is the primary kind."), {
        minItems: 1,
        maxItems: 9,
      }),
    ),
    description: text("Description", "What it does, in a few sentences."),
    country: country("Country", "Where it is based: two capital letters (ISO 3166-1), such as FI."),
    founded: integer("Founded", "The year in which it was founded.", { min: 1, max: 2100, unit: "year" }),
    employees: integer("Employees", "How many people it employs.", { min: 0, max: 100_000_000, unit: "people" }),
    website: url("Website", "Its address, from http:// or https:// on."),
    aliases: list(name("Other names", "Names by which it is also known; search and import find it by them."), {
      maxItems: 200,
    }),
    labels: list(name("Labels", "Free words to group and filter by."), { maxItems: 200 }),
  },
});
