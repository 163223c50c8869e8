import { describeRecords } from "../../cypher/model/describe-records.ts";
import { documentJsonSchema } from "../../cypher/model/document-schema.ts";
import { describeWords } from "../schema/describe-words.ts";
import { printApiSchema } from "../schema/print-api-schema.ts";

const printJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** What `npm run schema` writes, by its path in the repository: a test checks that each file is current. */
export const generatedFiles: Readonly<Record<string, () => string>> = {
  // What clients write queries against, and the page's types come from.
  "api/schema.graphql": printApiSchema,
  // What imports are checked with.
  "api/ecosystem.schema.json": () => printJson(documentJsonSchema()),
  // What the page draws forms, grids and import columns from.
  "api/records.json": () => printJson(describeRecords()),
  // The words of enums that every page needs.
  "api/words.json": () => printJson(describeWords()),
};
