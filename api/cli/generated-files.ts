import { describeRecords } from "../../cypher/model/describe-records.ts";
import { documentJsonSchema } from "../../cypher/model/document-schema.ts";
import { describeWords } from "../schema/describe-words.ts";
import { printApiSchema } from "../schema/print-api-schema.ts";

const printJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Output of `npm run schema` by path in the repository; a test checks that each file is current. */
export const generatedFiles: Readonly<Record<string, () => string>> = {
  // GraphQL schema, for clients; the page's types come from it.
  "api/schema.graphql": printApiSchema,
  // JSON Schema that imports are checked with.
  "api/ecosystem.schema.json": () => printJson(documentJsonSchema()),
  // Descriptions from which the page draws forms, grids and import columns.
  "api/records.json": () => printJson(describeRecords()),
  // Words of the enums that every page needs.
  "api/words.json": () => printJson(describeWords()),
};
