import { existsSync, readFileSync } from "node:fs";
import type { Page, Request } from "playwright-core";
import { untilIdle } from "./page-work.ts";

export interface Traffic {
  /** Names of the operations that were sent, in order. */
  sent: string[];
  /** Waits until every request has been answered and no more follow. */
  quiet(): Promise<void>;
}

/** Requests of a page to the API; the built page sends a hash for each operation. */
export function trafficOf(page: Page): Traffic {
  const names = new Map<string, string>();
  if (existsSync("dist/operations.json"))
    for (const [hash, text] of Object.entries(JSON.parse(readFileSync("dist/operations.json", "utf8"))))
      names.set(hash, /^(?:query|mutation) (\w+)/.exec(text as string)?.[1] ?? "");
  const sent: string[] = [];
  const isOurs = (request: Request) => new URL(request.url()).pathname === "/graphql";
  page.on("request", (request) => {
    if (!isOurs(request)) return;
    const { extensions } = request.postDataJSON() ?? {};
    sent.push(names.get(extensions?.persistedQuery?.sha256Hash) ?? "unknown");
  });
  return { sent, quiet: () => untilIdle(page) };
}
