import { existsSync, readFileSync } from "node:fs";
import type { Page, Request } from "playwright-core";
import { expect } from "vitest";
import { patience } from "./map-page.ts";

export interface Traffic {
  /** Names of the operations that were sent, in order. */
  sent: string[];
  /** Waits until every question has been answered, and a moment more. */
  quiet(): Promise<void>;
}

/** What a page asks the API; the built page sends a hash for each operation. */
export function trafficOf(page: Page): Traffic {
  const names = new Map<string, string>();
  if (existsSync("dist/operations.json"))
    for (const [hash, text] of Object.entries(JSON.parse(readFileSync("dist/operations.json", "utf8"))))
      names.set(hash, /^(?:query|mutation) (\w+)/.exec(text as string)?.[1] ?? "");
  const sent: string[] = [];
  const open = new Set<Request>();
  let last = Date.now();
  const isOurs = (request: Request) => new URL(request.url()).pathname === "/graphql";
  page.on("request", (request) => {
    if (!isOurs(request)) return;
    const { extensions } = request.postDataJSON() ?? {};
    sent.push(names.get(extensions?.persistedQuery?.sha256Hash) ?? "unknown");
    open.add(request);
  });
  // What the page before had asked is answered to nobody.
  page.on("domcontentloaded", () => open.clear());
  const ended = (request: Request) => {
    if (open.delete(request)) last = Date.now();
  };
  page.on("requestfinished", ended);
  page.on("requestfailed", ended);
  return {
    sent,
    quiet: () => expect.poll(() => (open.size === 0 ? Date.now() - last : 0), patience).toBeGreaterThan(700),
  };
}
