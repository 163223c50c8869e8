import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { generatedFiles } from "./generated-files.ts";

// npm run schema: writes the files that are generated from the code.
const root = resolve(import.meta.dirname, "../..");
for (const [path, print] of Object.entries(generatedFiles)) writeFileSync(resolve(root, path), print());
