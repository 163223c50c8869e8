import { fieldsOf, type RecordKind, type RecordsByKind } from "../../cypher/model/document.ts";
import { recordKinds } from "../../cypher/model/record-kinds.ts";

type Name = (kind: RecordKind, key: string | undefined) => string;

/** Display name of a record; `name` gives the label of a record that it refers to. */
export function recordLabel<K extends RecordKind>(kind: K, record: RecordsByKind[K], name: Name): string {
  const fields = fieldsOf(record) as Readonly<Record<string, string | undefined>>;
  const actor = (key: string | undefined) => name("actors", key);
  switch (kind) {
    case "profiles":
      return `Profile of ${actor(fields.actor)}`;
    case "actorCapabilities":
      return `${actor(fields.actor)}: ${name("capabilities", fields.capability)}`;
    case "adoptions":
      return `${actor(fields.actor)} adopts ${name("standards", fields.standard)}`;
    case "claims":
      return `${fields.by ? actor(fields.by) : "Our assessment"} on ${actor(fields.about)}: ${name("activities", fields.activity)}`;
    case "stances":
      return `${actor(fields.actor)} on ${name("topics", fields.topic)}`;
    case "interfaces":
      return fields.name ?? `${actor(fields.a)} – ${actor(fields.b)}`;
    case "installations":
      return `${fields.equipment ?? "Equipment"} at ${actor(fields.customer)}`;
    case "agreements":
      return `Data agreement of ${actor(fields.provider)} with ${actor(fields.customer)}`;
    case "relations":
      return `${actor(fields.from)} ${fields.type?.toLowerCase().replaceAll("_", " ")} ${actor(fields.to)}`;
    case "responses":
      return fields.title ?? `Answer of ${actor(fields.actor)} to ${name("moves", fields.move)}`;
    case "tags":
      return `${actor(fields.actor)} tagged ${fields.type?.toLowerCase().replaceAll("_", " ") ?? fields.label}`;
    case "reviews":
      return `Review of ${fields.subject}`;
    case "layout":
      return `Place of ${fields.key} in ${fields.lens}`;
    default:
      return fields.name ?? fields.title ?? `${recordKinds[kind].singular} ${fields.key}`;
  }
}
