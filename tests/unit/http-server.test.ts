import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BootStatus } from "../../api/server/http/boot-status.ts";
import { type Handlers, type HttpServer, startHttpServer } from "../../api/server/http/http-server.ts";

let folder: string;
let app: HttpServer;
let status: BootStatus;
let failures: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ecotone-page-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>The map</title>");
  const script = "export {};".repeat(500);
  writeFileSync(join(folder, "assets", "app-1a2b.js"), script);
  writeFileSync(join(folder, "assets", "app-1a2b.js.gz"), gzipSync(script));
  writeFileSync(join(folder, "assets", "app-1a2b.js.br"), brotliCompressSync(script));
  status = new BootStatus(["Database", "Page"]);
  failures = [];
  app = await startHttpServer({
    port: 0,
    host: "127.0.0.1",
    page: folder,
    status: () => status.now(),
    onError: (error, id) => failures.push(`${id} ${error}`),
  });
});
afterEach(async () => {
  await app.close(100);
  rmSync(folder, { recursive: true, force: true });
});

const handlers = (more: Partial<Handlers> = {}): Handlers => ({
  graphql: (_, response) => void response.end("graphql"),
  work: (_, response) => void response.end("work"),
  uploads: (_, response) => void response.end("uploads"),
  session: (_, response) => void response.end("session"),
  health: async () => ({ writesRefused: null }),
  ...more,
});
const get = (path: string, more: RequestInit = {}) => fetch(`${app.origin}${path}`, more);
/** A request whose path and headers fetch would put right. */
/** With headers that fetch does not let through. */
const answerTo = (path: string, headers: Record<string, string> = {}) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { port } = new URL(app.origin);
    request({ host: "127.0.0.1", port, path, headers }, (response) => resolve(response.resume()))
      .on("error", reject)
      .end();
  });
const raw = async (path: string, headers?: Record<string, string>) => (await answerTo(path, headers)).statusCode ?? 0;

describe("while starting", () => {
  test("every page address shows the boot page, which runs no inline script", async () => {
    for (const path of ["/", "/map/sysco", "/session/abc"]) {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      const text = await answer.text();
      expect(text).toContain("Ecotone is starting");
      expect(text).not.toMatch(/<script(?! src=)/);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
    expect((await get("/boot.js")).headers.get("content-type")).toContain("javascript");
  });

  test("programs are told to come back, and health says why it is not well", async () => {
    const answer = await get("/graphql", { method: "POST" });
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("2");
    const health = await get("/health");
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ reason: "Ecotone is still starting." });
  });

  test("the status names each step, what it does now, and the reason of a failure", async () => {
    await status.step("Database", async (progress) => {
      progress("Fetching");
      expect(await (await get("/status")).json()).toEqual({
        ready: false,
        steps: [
          { name: "Database", state: "running", detail: "Fetching" },
          { name: "Page", state: "waiting" },
        ],
      });
    });
    await status.step("Page", () => Promise.reject(new Error("no"))).catch(() => {});
    status.fail("There is no Java.");
    expect(await (await get("/status")).json()).toEqual({
      ready: false,
      steps: [
        { name: "Database", state: "done" },
        { name: "Page", state: "failed" },
      ],
      error: "There is no Java.",
    });
  });
});

describe("when open", () => {
  test("the page is served at every address of its own, the API and sessions at theirs", async () => {
    app.open(handlers());
    expect(await (await get("/")).text()).toContain("The map");
    expect(await (await get("/map/sysco?lens=network")).text()).toContain("The map");
    expect(await (await get("/graphql", { method: "POST" })).text()).toBe("graphql");
    expect(await (await get("/session/abc")).text()).toBe("session");
    expect((await get("/assets/none.js")).status).toBe(404);
    expect((await get("/", { method: "POST" })).status).toBe(405);
  });

  test("assets are compressed and kept for ever, the page is asked for again", async () => {
    app.open(handlers());
    for (const encoding of ["gzip", "br", null]) {
      const asset = await get("/assets/app-1a2b.js", { headers: { "accept-encoding": encoding ?? "identity" } });
      expect(asset.headers.get("content-encoding")).toBe(encoding);
      expect(asset.headers.get("vary")).toBe("Accept-Encoding");
      expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
      expect(await asset.text()).toBe("export {};".repeat(500));
    }
    for (const address of ["/assets/none", "/assets/none?a.js", "/assets/a.b/none"])
      expect((await get(address)).headers.get("cache-control")).toBe("no-cache");
    const page = await get("/");
    expect(page.headers.get("cache-control")).toBe("no-cache");
    expect((await get("/", { headers: { "if-none-match": page.headers.get("etag") ?? "" } })).status).toBe(304);
  });

  test("every answer bears the security headers", async () => {
    app.open(handlers());
    for (const path of ["/", "/assets/app-1a2b.js", "/graphql", "/health", "/status", "/no.such"]) {
      const { headers } = await get(path);
      expect(headers.get("content-security-policy")).toContain("script-src 'self';");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    }
  });

  test("the policy that a browser heeds over https alone is not sent over plain http under another name", async () => {
    app.open(handlers());
    const policyFor = async (headers: Record<string, string>) =>
      (await answerTo("/", headers)).headers["cross-origin-opener-policy"];
    expect(await policyFor({ host: "ecotone.example" })).toBeUndefined();
    expect(await policyFor({ host: "ecotone.example", "x-forwarded-proto": "https" })).toBe("same-origin");
  });

  test("no path leads out of the folder", async () => {
    app.open(handlers());
    symlinkSync("/etc/passwd", join(folder, "link.txt"));
    expect(await raw("/../../etc/passwd.txt")).toBe(404);
    expect(await raw("/%2e%2e/%2e%2e/etc/passwd.txt")).toBe(404);
    expect(await raw("/assets/..%2f..%2f..%2fetc%2fhosts.allow")).toBe(404);
    expect(await raw("/link.txt")).toBe(404);
    expect(await raw("/a%00b")).toBe(400);
    expect(await raw("/%ff")).toBe(400);
    expect(await raw("/..%5cx")).toBe(400);
  });

  test("a built page that holds a symbolic link, which might lead out of the folder, is not served", () => {
    symlinkSync("/etc/passwd", join(folder, "assets", "link.txt"));
    expect(() => app.open(handlers())).toThrow("holds a symbolic link, link.txt");
  });

  test("a range is answered with the whole file, however odd it is", async () => {
    app.open(handlers());
    for (const range of ["bytes=0-4", "bytes=9-4", "bytes=99999-", "bytes=-1"]) {
      const answer = await get("/assets/app-1a2b.js", { headers: { range } });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toHaveLength(5_000);
    }
    expect(failures).toEqual([]);
  });

  test("a file that has gone since it was listed ends its own request and no other", async () => {
    app.open(handlers());
    for (const ending of ["", ".gz", ".br"]) rmSync(join(folder, "assets", `app-1a2b.js${ending}`));
    await expect(get("/assets/app-1a2b.js").then((answer) => answer.text())).rejects.toThrow();
    expect((await get("/")).status).toBe(200);
  });

  test("a foreign name that points to this machine is refused", async () => {
    app.open(handlers());
    expect(await raw("/", { host: "evil.example:4000" })).toBe(421);
    expect(await raw("/", { host: "localhost:4000" })).toBe(200);
  });

  test("health is 200 while the database answers, else 503 with the reason", async () => {
    app.open(handlers());
    expect((await get("/health")).status).toBe(200);
    app.open(handlers({ health: () => Promise.reject(new Error("Connection refused")) }));
    const answer = await get("/health");
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: "unavailable", reason: "Connection refused" });
  });

  test("a handler that throws is logged under the id that the caller sees, and serving goes on", async () => {
    app.open(handlers({ session: () => Promise.reject(new Error("secret")) }));
    const answer = await get("/session/x");
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).not.toContain("secret");
    expect(failures).toHaveLength(1);
    expect(text).toContain(failures[0]?.split(" ")[0]);
    expect((await get("/")).status).toBe(200);
  });
});

/** A handler that does not answer, and the response of the first request that has come to it. */
function unanswered() {
  let graphql: Handlers["graphql"] = () => {};
  const arrived = new Promise<ServerResponse>((resolve) => {
    graphql = (_, response) => resolve(response);
  });
  return { graphql, arrived };
}

describe("when closing", () => {
  test("open requests are finished, new ones find nobody", async () => {
    const { graphql, arrived } = unanswered();
    app.open(handlers({ graphql }));
    const open = get("/graphql", { method: "POST" });
    const response = await arrived;
    const closed = app.close(60_000);
    await expect(get("/")).rejects.toThrow();
    response.end("done");
    expect(await (await open).text()).toBe("done");
    await closed;
  });

  test("requests that do not end are cut off after the time allowed", async () => {
    const { graphql, arrived } = unanswered();
    app.open(handlers({ graphql }));
    const open = get("/graphql", { method: "POST" }).then(
      () => "answered",
      () => "cut off",
    );
    await arrived;
    await app.close(100);
    expect(await open).toBe("cut off");
  });
});

describe("a port that cannot be had", () => {
  test("is one sentence that says what to do", async () => {
    const { port } = new URL(app.origin);
    const again = startHttpServer({
      port: Number(port),
      host: "127.0.0.1",
      page: folder,
      status: () => status.now(),
      onError: () => {},
    });
    await expect(again).rejects.toThrow(/is already in use: stop the other program.*PORT=/);
  });
});
