import { readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

// Asset names contain a hash of their content, so they may be cached for ever; the page itself may not.
const isAsset = ({ url = "" }: IncomingMessage) => /^\/assets\/[^?]+\.[a-z0-9]+(\?|$)/i.test(url);

/** Serves a file of the built page, or calls `next` where there is none. */
export type StaticFiles = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Static files of the built page, compressed where the build has left a .br or .gz beside them. sirv lists the folder
 * once, so no path leads out of it: call this after the build. A path without an extension is served the page, which
 * has its own routes.
 * @throws where the folder contains a symbolic link, which sirv would follow
 */
export function staticFiles(folder: string): StaticFiles {
  const link = readdirSync(folder, { recursive: true, withFileTypes: true }).find((entry) => entry.isSymbolicLink());
  if (link) throw new Error(`The built page holds a symbolic link, ${link.name}: build it again with npm run build.`);
  const serve = sirv(folder, { etag: true, gzip: true, brotli: true, single: true, ignores: /\.[a-z0-9]+$/i });

  return (request, response, next) => {
    response.setHeader("Cache-Control", isAsset(request) ? "public, max-age=31536000, immutable" : "no-cache");
    // Range requests are not served: sirv does not validate them, and no file of the page is large.
    delete request.headers.range;
    // A file may have been removed by a new build: sirv does not handle the stream's error, which would end the
    // process.
    response.once("pipe", (file) => file.once("error", () => response.destroy()));
    serve(request, response, next);
  };
}
