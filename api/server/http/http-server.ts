import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { originOf } from "../config.ts";
import { BOOT_PAGE, BOOT_SCRIPT } from "./boot-page.ts";
import type { Status } from "./boot-status.ts";
import { setSecurityHeaders } from "./security-headers.ts";
import { type StaticFiles, staticFiles } from "./static-files.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** What the app can do once it is ready. */
export interface Handlers {
  /** /graphql */
  graphql: Handler;
  /** /work: the caller's heavy computations. */
  work: Handler;
  /** /uploads: a file that is to be imported. */
  uploads: Handler;
  /** /session/TOKEN */
  session: Handler;
  /** Resolves when the database answers, with why changes are refused where they are; rejects with the reason when not. */
  health: () => Promise<{ writesRefused: string | null }>;
}

interface HttpServerOptions {
  port: number;
  host: string;
  /** Address at which people open the app; a proxy on this machine may pass on its host name. */
  publicUrl?: string | undefined;
  /** Folder of the built page; absent in development, when Vite serves the page. */
  page?: string | undefined;
  status: () => Status;
  /** Called for unhandled errors, with an id that the caller sees too. */
  onError: (error: unknown, id: string) => void;
}

export interface HttpServer {
  /** Address to open in a browser, without a trailing slash. */
  origin: string;
  /** Replaces the boot page by the app. */
  open(handlers: Handlers): void;
  /**
   * Graceful shutdown: accepts no new requests, waits up to `patience` milliseconds for open ones, then closes them.
   */
  close(patience?: number): Promise<void>;
}

/** How long /health waits for the database, in milliseconds. */
const HEALTH_LIMIT = 3_000;
const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

const isEventStream = (response: ServerResponse) =>
  String(response.getHeader("Content-Type") ?? "").startsWith("text/event-stream");

/** Starts listening; rejects with a plain sentence when the port is taken or not permitted. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { host, status } = options;
  let handlers: Handlers | undefined;
  let files: StaticFiles = (_request, _response, next) => next();
  let closing = false;
  const names = new Set(LOOPBACK);
  if (options.publicUrl !== undefined) names.add(hostName(new URL(options.publicUrl).host));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setSecurityHeaders(request, response, options.publicUrl, LOOPBACK.has(hostName(request.headers.host)));
    if (closing) {
      response.setHeader("Connection", "close");
      response.setHeader("Retry-After", "5");
      return text(response, 503, "Ecotone is stopping.");
    }
    // DNS rebinding: another site could point its own name to this machine, so a loopback app answers to loopback names
    // only.
    if (LOOPBACK.has(host) && !names.has(hostName(request.headers.host))) {
      return text(response, 421, "Ecotone can be opened only at localhost, 127.0.0.1 or its PUBLIC_URL.");
    }
    const path = pathOf(request);
    if (path === null) return text(response, 400, "Invalid address.");
    if (path === "/status") return json(response, 200, status());
    if (path === "/health") return health(response);
    if (handlers === undefined) return booting(request, response, path);
    if (path === "/graphql") return handlers.graphql(request, response);
    if (path === "/work") return handlers.work(request, response);
    if (path === "/uploads") return handlers.uploads(request, response);
    if (path.startsWith("/session/")) return handlers.session(request, response);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return text(response, 405, "Only GET requests are supported here.");
    }
    if (path === "/boot.js") return script(response);
    files(request, response, () => text(response, 404, "Page not found."));
  }

  async function health(response: ServerResponse): Promise<void> {
    response.setHeader("Cache-Control", "no-store");
    if (handlers === undefined)
      return json(response, 503, { status: "starting", reason: "Ecotone is still starting." });
    try {
      const { writesRefused } = await within(HEALTH_LIMIT, handlers.health());
      json(response, 200, {
        status: "ok",
        ...(writesRefused !== null && { writes: "refused", reason: writesRefused }),
      });
    } catch (error) {
      json(response, 503, { status: "unavailable", reason: error instanceof Error ? error.message : String(error) });
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const id = crypto.randomUUID();
      options.onError(error, id);
      if (response.headersSent) response.destroy();
      else text(response, 500, `Something went wrong on the server; see ${id} in its log.`);
    });
  });
  // Timeouts: a whole request within a minute (50 MB imports on slow lines included), headers within half a minute:
  // under load on a slow machine they wait for seconds before they are read.
  server.requestTimeout = 60_000;
  server.headersTimeout = 30_000;
  // Longer than any proxy keeps a connection, so that a proxy never uses one that was just closed.
  server.keepAliveTimeout = 65_000;
  // Streams of events have no end of their own: closing ends them.
  const streams = new Set<ServerResponse>();
  server.on("request", ({ headers }, response) => {
    // Many clients accept streams and are given plain answers: what they are given tells.
    if (!headers.accept?.includes("text/event-stream")) return;
    streams.add(response);
    response.once("close", () => streams.delete(response));
  });
  await listen(server, options);

  const { port } = server.address() as AddressInfo;
  return {
    origin: originOf({ host, port }),
    open(next) {
      if (options.page !== undefined) files = staticFiles(options.page);
      handlers = next;
    },
    async close(patience = 10_000) {
      closing = true;
      for (const stream of streams) if (isEventStream(stream)) stream.destroy();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Browsers keep connections open for seconds after their last answer; nothing more is expected on them.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      const cut = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearInterval(sweep);
      clearTimeout(cut);
    },
  };
}

/** While starting: the boot page for browsers, and a 503 for programs. */
function booting(request: IncomingMessage, response: ServerResponse, path: string): void {
  if (path === "/boot.js") {
    script(response);
    return;
  }
  const wantsPage = request.method === "GET" && path !== "/graphql" && !/\.[a-z0-9]+$/i.test(path);
  if (!wantsPage) {
    response.setHeader("Retry-After", "2");
    json(response, 503, { errors: [{ message: "Ecotone is still starting.", extensions: { code: "UNAVAILABLE" } }] });
    return;
  }
  send(response, 200, "text/html; charset=utf-8", BOOT_PAGE);
}

function script(response: ServerResponse): void {
  send(response, 200, "text/javascript; charset=utf-8", BOOT_SCRIPT);
}

function json(response: ServerResponse, code: number, value: unknown): void {
  send(response, code, "application/json; charset=utf-8", JSON.stringify(value));
}

function text(response: ServerResponse, code: number, sentence: string): void {
  send(response, code, "text/plain; charset=utf-8", `${sentence}\n`);
}

function send(response: ServerResponse, code: number, type: string, body: string): void {
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Type", type);
  response.writeHead(code).end(body);
}

/** Decoded path; null when it is invalid: bad escapes, NUL, or backslashes, which some systems treat as separators. */
function pathOf(request: IncomingMessage): string | null {
  try {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://ecotone.invalid").pathname);
    return /[\0\\]/.test(path) ? null : path;
  } catch {
    return null;
  }
}

/** Host name of a Host header, without the port. */
function hostName(header: string | undefined): string {
  return (header ?? "")
    .replace(/:\d+$/, "")
    .replace(/^\[(.*)\]$/, "$1")
    .toLowerCase();
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const seconds = milliseconds / 1000;
    timer = setTimeout(() => reject(new Error(`The database did not answer within ${seconds} seconds.`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Error in one sentence for a port or address that cannot be listened on. */
class ListenProblem extends Error {
  override readonly name = "ListenProblem";
}

function listen(server: Server, { port, host }: HttpServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") {
        reject(
          new ListenProblem(
            `Port ${port} on ${host} is already in use: stop the other program, or choose another port, for example PORT=${port + 1} npm start.`,
          ),
        );
      } else if (error.code === "EACCES") {
        reject(new ListenProblem(`This user is not allowed to use port ${port}: set PORT to a port above 1023.`));
      } else if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
        reject(new ListenProblem(`HOST is ${host}, which is not an address of this machine: use 127.0.0.1.`));
      } else reject(error);
    });
    server.listen(port, host, () => resolve());
  });
}
