import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isAllowed, parseAllowedSources } from "../../api/sources/allowed-sources.ts";
import { fetchSource } from "../../api/sources/fetch-source.ts";
import { isPrivateAddress } from "../../api/sources/private-addresses.ts";
import { fileNameOf, readSource } from "../../api/sources/read-source.ts";

const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  "/data/firms.csv": (request, response) => {
    if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
    else response.writeHead(200, { ETag: '"v1"' }).end("Name\nBolts\n");
  },
  "/data/moved": (_request, response) => response.writeHead(302, { Location: "/data/firms.csv" }).end(),
  "/data/out": (_request, response) => response.writeHead(302, { Location: "/secret" }).end(),
  "/data/inside": (_request, response) => response.writeHead(302, { Location: "http://[::ffff:127.0.0.1]/" }).end(),
  "/data/metadata": (_request, response) => response.writeHead(302, { Location: "http://169.254.169.254/" }).end(),
  "/data/file": (_request, response) => response.writeHead(302, { Location: "file:///etc/passwd" }).end(),
  "/data/loop": (_request, response) => response.writeHead(302, { Location: "/data/loop" }).end(),
  "/data/large": (_request, response) => response.writeHead(200, { "Content-Length": 5_000 }).end("x".repeat(5_000)),
  "/data/larger": (_request, response) => {
    for (let at = 0; at < 50; at++) response.write("x".repeat(100));
    response.end();
  },
  "/data/slow": () => {},
  "/data/slower": (_request, response) => void response.writeHead(200).write("Name\n"),
  "/data/gone": (_request, response) => response.writeHead(404).end(),
};
const server = createServer((request, response) => answers[request.url ?? ""]?.(request, response));
let origin = "";
const folder = mkdtempSync(join(tmpdir(), "sources-"));
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const limits = { maxBytes: 1_000, maxMillis: 400 };
const read = (path: string, etag: string | null = null, setting = `${origin}/data`) =>
  fetchSource(`${origin}${path}`, etag, parseAllowedSources(setting), limits);
const text = ({ bytes }: { bytes: Uint8Array | null }) => bytes && new TextDecoder().decode(bytes);

test("a file at an allowed address is read, by a redirect too, and not again while its ETag is the same", async () => {
  const first = await read("/data/firms.csv");
  expect(text(first)).toBe("Name\nBolts\n");
  expect(await read("/data/firms.csv", first.etag)).toEqual({ bytes: null, etag: '"v1"' });
  expect(text(await read("/data/moved"))).toBe("Name\nBolts\n");
});

test("each redirect is checked: out of the allowed addresses, to private ones, to files, without end", async () => {
  for (const path of ["/data/out", "/data/inside", "/data/metadata", "/data/file"])
    await expect(read(path)).rejects.toThrow("is not among the sources");
  await expect(read("/data/loop")).rejects.toThrow("redirects more than 5 times");
  await expect(
    fetchSource(
      `${origin}/data/metadata`,
      null,
      parseAllowedSources(`${origin}/data,169.254.169.254x.example`),
      limits,
    ),
  ).rejects.toThrow("is not among the sources");
});

test("what is too large or too slow is refused in words, however it is sent", async () => {
  for (const path of ["/data/large", "/data/larger"]) await expect(read(path)).rejects.toThrow("has more than");
  for (const path of ["/data/slow", "/data/slower"])
    await expect(read(path)).rejects.toThrow("did not answer in 0.4 s");
  await expect(read("/data/gone")).rejects.toThrow("status 404");
});

test("a name that resolves to a private address is refused, and the connection goes where the name was checked", async () => {
  const port = new URL(origin).port;
  const named = (setting: string, ...addresses: string[]) => {
    const resolve = async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    return fetchSource(
      `http://data.example:${port}/data/firms.csv`,
      null,
      parseAllowedSources(setting),
      limits,
      resolve,
    );
  };
  for (const address of ["127.0.0.1", "10.1.2.3", "::1", "::ffff:10.0.0.1", "fd00::1"])
    await expect(named("data.example", address)).rejects.toThrow(`data.example is a private address (${address})`);
  await expect(named("data.example", "93.184.215.14", "192.168.0.1")).rejects.toThrow("private address (192.168.0.1)");
  // The name itself resolves nowhere: only the address that was checked is asked.
  expect(text(await named("data.example, 127.0.0.1", "127.0.0.1"))).toBe("Name\nBolts\n");
});

test("private, reserved and mapped addresses are told from public ones", () => {
  const inside =
    "0.0.0.0 10.0.0.1 100.64.0.1 127.1.1.1 169.254.169.254 172.31.0.1 192.168.1.1 198.18.0.1 224.0.0.1 255.255.255.255 :: ::1 ::ffff:8.8.8.8 64:ff9b::a00:1 2002:7f00:1:: 2001:db8::1 fc00::1 fe80::1 ff02::1 nonsense";
  for (const address of inside.split(" ")) expect([address, isPrivateAddress(address)]).toEqual([address, true]);
  for (const address of ["8.8.8.8", "172.32.0.1", "2a00:1450:4001::1"]) expect(isPrivateAddress(address)).toBe(false);
});

test("an address is allowed by host or by its beginning, never by a longer name or with a password", () => {
  const allowed = parseAllowedSources("data.example.org, https://other.example/exports");
  const may = (address: string) => isAllowed(new URL(address), allowed);
  expect(["https://data.example.org/x.csv", "https://other.example/exports/x.csv"].map(may)).toEqual([true, true]);
  for (const address of [
    "https://data.example.org.evil.example/",
    "https://other.example/exports-of-others/x.csv",
    "https://other.example/exports/../secret.csv",
    "https://user:word@data.example.org/",
    "ftp://data.example.org/",
  ])
    expect([address, may(address)]).toEqual([address, false]);
  for (const wrong of ["data folder", "relative/path", "https://a.example/?x=1"])
    expect(() => parseAllowedSources(wrong)).toThrow("neither a host nor an address");
});

test("a file of an allowed folder is read, and none outside of it, by no way", async () => {
  const allowed = parseAllowedSources(folder);
  writeFileSync(join(folder, "firms.csv"), "Name\nBolts\n");
  expect(text(await readSource(join(folder, "firms.csv"), null, allowed))).toBe("Name\nBolts\n");
  symlinkSync("/etc/hostname", join(folder, "link.csv"));
  await expect(readSource(join(folder, "link.csv"), null, allowed)).rejects.toThrow("leads out of the folders");
  await expect(readSource("/etc/hostname", null, allowed)).rejects.toThrow("is not among the sources");
  await expect(readSource(join(folder, "none.csv"), null, allowed)).rejects.toThrow("There is no file");
  await expect(readSource(`${folder}/../etc/hostname`, null, allowed)).rejects.toThrow("is not among the sources");
});

test("the name of a file at an address is decoded, and stays as it is where a percent sign is a character of it", () => {
  expect(fileNameOf("https://example.org/our%20firms.csv?v=2")).toBe("our firms.csv");
  expect(fileNameOf("https://example.org/data/50%.csv")).toBe("50%.csv");
  expect(fileNameOf("https://example.org/")).toBe("table.csv");
});
