import type { RecordKind } from "../graphql/schema-types.ts";
import { describedKind, enumValues } from "../shared/described-records.ts";

const nameFields = new Set(["name", "title"]);

/**
 * The fields of a new record of which only the name is known; null where its kind asks for more than can be left open.
 * An actor is of the kind OTHER, which says that it is not known.
 */
export function fieldsFromName(kind: RecordKind, name: string): Readonly<Record<string, unknown>> | null {
  const fields: Record<string, unknown> = {};
  for (const field of describedKind(kind).fields) {
    if (field.name === "key") continue;
    if (nameFields.has(field.name)) fields[field.name] = name;
    else if (field.isRequired) {
      if (!field.isList || !field.enum || !enumValues(field.enum).some(({ value }) => value === "OTHER")) return null;
      fields[field.name] = ["OTHER"];
    }
  }
  return nameFields.has(Object.keys(fields)[0] ?? "") ? fields : null;
}
