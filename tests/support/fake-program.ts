import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new folder whose bin/ contains one program that prints a text. */
export function fakeProgram(name: string, prints: string, code = 0): string {
  const folder = mkdtempSync(join(tmpdir(), "ecotone-fake-"));
  mkdirSync(join(folder, "bin"));
  const file = join(folder, "bin", name);
  writeFileSync(file, `#!/bin/sh\nprintf "%s\\\\n" '${prints}' >&2\nexit ${code}\n`);
  chmodSync(file, 0o755);
  return folder;
}
