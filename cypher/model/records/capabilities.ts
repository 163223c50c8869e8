import { name, required, text } from "../field.ts";
import { ownKey, record } from "../record-description.ts";

export const capabilities = record({
  label: "Capability",
  singular: "capability",
  plural: "capabilities",
  description: "Something that actors can be able to do and that activities may require.",
  fields: {
    key: ownKey,
    name: required(name("Name", "What it is called.")),
    description: text("Description", "What it takes."),
  },
});
