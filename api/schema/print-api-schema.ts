import { lexicographicSortSchema, printSchema } from "graphql";
import { schema } from "./schema.ts";

/** The schema as text, in one order whatever the order of files. */
export function printApiSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
