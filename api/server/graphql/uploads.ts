import type { IncomingMessage, ServerResponse } from "node:http";
import { maxBytes } from "../../changes/imports/limits.ts";
import { streamUpload, UploadsFull, UploadTooLarge } from "../../changes/imports/uploads.ts";
import type { Caller } from "../../schema/context.ts";
import { isRefusal, type Refusal, refuse as refuseRequest, tooMany } from "./refusal.ts";

interface UploadOptions {
  authorise(request: IncomingMessage): Promise<Caller | Refusal>;
  /** Counts a request against the caller's limit; the seconds to wait. */
  countRequest(caller: Caller): number;
}

/**
 * Handles POST /uploads: the bytes of a file, written to disk as they come, for previewImport and importFile. Nothing of
 * it is read here, since this thread answers everybody.
 */
export function createUploadHandler({ authorise, countRequest }: UploadOptions) {
  const refuse = (request: IncomingMessage, response: ServerResponse, refusal: Refusal) =>
    refuseRequest(request, response, refusal, 1_000_000);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const caller = await authorise(request);
    if (isRefusal(caller)) return refuse(request, response, caller);
    const wait = countRequest(caller);
    if (wait > 0) return refuse(request, response, tooMany("requests", wait));
    const length = lengthOf(request);
    if (typeof length !== "number") return refuse(request, response, length);
    if (!caller.isEditor) return refuse(request, response, readersOnly);
    try {
      const id = await streamUpload(caller.id, request, length);
      response.writeHead(201, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" });
      response.end(JSON.stringify({ upload: id }));
    } catch (error) {
      if (error instanceof UploadTooLarge) return refuse(request, response, tooLarge);
      if (error instanceof UploadsFull) return refuse(request, response, full);
      throw error;
    }
  };
}

function lengthOf(request: IncomingMessage): number | Refusal {
  if (request.method !== "POST")
    return { status: 405, code: "BAD_USER_INPUT", message: "Send the file by POST.", headers: { Allow: "POST" } };
  // A browser can be made to send a form or plain text from another site, not these.
  if (!/^application\/octet-stream\s*(;|$)/i.test(request.headers["content-type"] ?? ""))
    return { status: 415, code: "BAD_USER_INPUT", message: "Send the file as application/octet-stream." };
  const length = Number(request.headers["content-length"] ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0)
    return { status: 411, code: "BAD_USER_INPUT", message: "Send the file with a Content-Length." };
  return length > maxBytes ? tooLarge : length;
}

const tooLarge: Refusal = {
  status: 413,
  code: "BAD_USER_INPUT",
  message: "The file is larger than 50 MB: split it and import the parts one by one.",
};
const full: Refusal = {
  status: 503,
  code: "UNAVAILABLE",
  message: "Too many files wait to be imported: try again in an hour, or when others have finished.",
  headers: { "Retry-After": "600" },
};
const readersOnly: Refusal = {
  status: 403,
  code: "FORBIDDEN",
  message: "You are signed in as a reader, who cannot import anything: ask for an editor's link.",
};
