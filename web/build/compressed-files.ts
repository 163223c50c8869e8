import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const compressible = /\.(html|js|css|json|svg|webmanifest)$/;
const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);
// Quality 9 of 11: a start waits for the build, and the two better ones take four and eleven times as long.
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Precompression: writes a .gz and a .br beside each file of the built page, which the server hands out as they are. */
export function compressedFiles(): Plugin {
  return {
    name: "ecotone-compressed-files",
    apply: "build",
    async writeBundle({ dir }, bundle) {
      const names = Object.keys(bundle).filter((name) => compressible.test(name));
      await Promise.all(
        names.map(async (name) => {
          const file = join(dir ?? "", name);
          const plain = await readFile(file);
          await Promise.all([
            writeFile(`${file}.gz`, await toGzip(plain)),
            writeFile(`${file}.br`, await toBrotli(plain, brotli)),
          ]);
        }),
      );
    },
  };
}
