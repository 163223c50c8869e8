import { z } from "zod";
import { objectOf } from "./field.ts";
import { schemaOf } from "./record-description.ts";
import { recordKinds } from "./record-kinds.ts";
import { ecosystemFields } from "./records/ecosystem.ts";

/** Checks a whole ecosystem document. */
export function documentSchema(): z.ZodType {
  const collections = Object.entries(recordKinds).map(([kind, description]) => [
    kind,
    z.array(schemaOf(description)).optional(),
  ]);
  return z
    .strictObject({
      $schema: z.string().optional(),
      format: z.literal("ecosystem/1"),
      ecosystem: objectOf(ecosystemFields),
      ...Object.fromEntries(collections),
    })
    .meta({
      title: "Ecosystem document",
      description:
        "One ecosystem with all its facts: the format of import, export and backup. References are keys of records in the same document, or of records already stored in the ecosystem.",
    });
}

/** The part of JSON Schema that occurs here: zod writes no boolean schemas for a document. */
export interface JsonSchema {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  [keyword: string]: unknown;
}

/** JSON Schema of documents (draft 2020-12), used to check imports and by editors for completion. */
export const documentJsonSchema = (): JsonSchema => z.toJSONSchema(documentSchema()) as JsonSchema;
