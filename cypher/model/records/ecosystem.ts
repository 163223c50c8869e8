import { key, name, required, text } from "../field.ts";

/** Header of the document: not a kind of record, since there is only one. */
export const ecosystemFields = {
  key: required(key("Key", "Used in links and files. It cannot be changed later.")),
  name: required(name("Name", "What the ecosystem is called.")),
  valueProposition: text("Value proposition", "What the ecosystem delivers together."),
  description: text("Description", "What else there is to say about it."),
  focal: key("Focal firm", "The key of the actor from whose viewpoint threats are assessed."),
};
