// @vitest-environment node
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test("web/graphql/graphql-env.d.ts is what api/schema.graphql says: npm run schema writes it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ecotone-schema-types-"));
  try {
    const written = join(folder, "graphql-env.d.ts");
    await promisify(execFile)(process.execPath, ["node_modules/gql.tada/bin/cli.js", "generate-output", "-o", written]);
    expect(readFileSync("web/graphql/graphql-env.d.ts", "utf8")).toBe(readFileSync(written, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
