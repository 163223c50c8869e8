import { existsSync, readFileSync } from "node:fs";
import type { Page, Request } from "playwright-core";
import { untilIdle } from "./page-work.ts";

export interface Traffic {
  /** Names of the queries and mutations that were sent, in order; not of the stream of changes, which stays open. */
  sent: string[];
  /** Waits until every request has been answered and no more follow. */
  quiet(): Promise<void>;
}

/** Requests of a page to the API; the built page sends a hash for each operation. */
export function trafficOf(page: Page): Traffic {
  const names = new Map<string, string>();
  const streams = new Set<string>();
  if (existsSync("dist/page/operations.json"))
    for (const [hash, text] of Object.entries<string>(JSON.parse(readFileSync("dist/page/operations.json", "utf8")))) {
      const [, kind, name] = /^(query|mutation|subscription) (\w+)/.exec(text) ?? [];
      if (kind === "subscription") streams.add(hash);
      else names.set(hash, name ?? "");
    }
  const sent: string[] = [];
  const isOurs = (request: Request) => new URL(request.url()).pathname === "/graphql";
  page.on("request", (request) => {
    if (!isOurs(request)) return;
    const { extensions } = request.postDataJSON() ?? {};
    const hash = extensions?.persistedQuery?.sha256Hash;
    if (!streams.has(hash)) sent.push(names.get(hash) ?? "unknown");
  });
  return { sent, quiet: () => untilIdle(page) };
}
