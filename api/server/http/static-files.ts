import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const TYPES = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".ico", "image/x-icon"],
  [".woff2", "font/woff2"],
  [".webmanifest", "application/manifest+json"],
]);
const COMPRESSIBLE = new Set([".html", ".js", ".css", ".json", ".svg", ".webmanifest"]);

interface File {
  plain: Buffer;
  zipped: Buffer | null;
  type: string;
  tag: string;
}

const zip = promisify(gzip);

/**
 * Serves the built page from memory: each file is read and compressed once. Names of assets carry a hash of their
 * content, so they may be kept for ever; the page itself is asked for again each time.
 * Resolves to false when there is no such file.
 */
export function staticFiles(
  folder: string,
): (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean> {
  const files = new Map<string, File>();

  async function load(path: string): Promise<File | null> {
    const known = files.get(path);
    if (known) return known;
    try {
      // The real path, so that neither ".." nor a link leads out of the folder.
      const root = await realpath(folder);
      const full = await realpath(join(root, path));
      if (!full.startsWith(root + sep)) return null;
      const plain = await readFile(full);
      const ending = extname(full);
      const file: File = {
        plain,
        zipped: COMPRESSIBLE.has(ending) ? await zip(plain) : null,
        type: TYPES.get(ending) ?? "application/octet-stream",
        tag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
      };
      files.set(path, file);
      return file;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR" || code === "ENAMETOOLONG") return null;
      throw error;
    }
  }

  return async (request, response, path) => {
    const file = await load(path);
    if (file === null) return false;
    response.setHeader("Content-Type", file.type);
    response.setHeader("ETag", file.tag);
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader(
      "Cache-Control",
      path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    );
    if (request.headers["if-none-match"] === file.tag) {
      response.writeHead(304).end();
      return true;
    }
    const zipped = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? "")) ? file.zipped : null;
    if (zipped) response.setHeader("Content-Encoding", "gzip");
    const body = zipped ?? file.plain;
    response.setHeader("Content-Length", body.length);
    response.writeHead(200).end(request.method === "HEAD" ? undefined : body);
    return true;
  };
}
