import { readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

// Names of assets carry a hash of their content; the page, which answers for addresses without an ending, does not.
const isAsset = ({ url = "" }: IncomingMessage) => /^\/assets\/[^?]+\.[a-z0-9]+(\?|$)/i.test(url);

/** Answers with a file of the built page, or calls `next` where there is none. */
export type StaticFiles = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Static files of the built page, compressed where the build has left a .br or .gz beside them. sirv lists the folder once, so
 * that no path leads out of it: call this when the page is built. An address without an ending is a page of the web
 * app, which knows its own addresses.
 * @throws where the folder holds a symbolic link, which sirv would follow
 */
export function staticFiles(folder: string): StaticFiles {
  const link = readdirSync(folder, { recursive: true, withFileTypes: true }).find((entry) => entry.isSymbolicLink());
  if (link) throw new Error(`The built page holds a symbolic link, ${link.name}: build it again with npm run build.`);
  const serve = sirv(folder, { etag: true, gzip: true, brotli: true, single: true, ignores: /\.[a-z0-9]+$/i });

  return (request, response, next) => {
    response.setHeader("Cache-Control", isAsset(request) ? "public, max-age=31536000, immutable" : "no-cache");
    // Ranges are not served: sirv trusts them, and no file of the page is large.
    delete request.headers.range;
    // A file that a new build has removed since: sirv does not listen for the error, which would end the process.
    response.once("pipe", (file) => file.once("error", () => response.destroy()));
    serve(request, response, next);
  };
}
