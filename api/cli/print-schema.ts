import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { printApiSchema } from "../schema/print-api-schema.ts";

// npm run schema: writes api/schema.graphql, against which the page's types and a test are checked.
writeFileSync(fileURLToPath(new URL("../schema.graphql", import.meta.url)), printApiSchema());
