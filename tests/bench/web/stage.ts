import { setTimeout as pause } from "node:timers/promises";
import type { Page, Request } from "playwright-core";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { adminToken, startApp } from "../../support/app.ts";
import { launchChromium } from "../../support/chromium.ts";
import { importOverHttp } from "../../support/import-over-http.ts";
import { signInAt } from "../../support/sign-in.ts";
import { watch } from "./in-page.ts";

/** The whole app as it is built, and a browser with a person who is signed in. */
export interface WebStage {
  origin: string;
  /** A new page of the person, watched. */
  page(): Promise<Page>;
  /** A page in a browser of the same person that has nothing of the app yet. */
  elsewhere(): Promise<Page>;
  /** Imports the document as a user's file. */
  store(document: EcosystemDocument): Promise<void>;
  /** Asks the API as another client, and returns the data. @throws the errors of the answer */
  // biome-ignore lint/suspicious/noExplicitAny: each bench reads the fields that it asked for.
  api(query: string, variables?: object): Promise<any>;
  /** How far a bench is. */
  say(text: string): void;
  close(): Promise<void>;
}

export async function openWebStage(): Promise<WebStage> {
  const begun = Date.now();
  const say = (text: string) => console.log(`  (${((Date.now() - begun) / 1000).toFixed(0)} s: ${text})`);
  const app = await startApp({ ECOTONE_ADMIN_TOKEN: adminToken });
  const browser = await launchChromium().catch(async (error) => {
    await app.stop();
    throw error;
  });
  const close = async () => {
    await browser.close();
    await app.stop();
  };
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const first = await context.newPage();
    await signInAt(first, app.link);
    await first.getByRole("button", { name: "New ecosystem" }).waitFor({ timeout: 60_000 });
    await first.close();
    say("the app runs");
    return {
      origin: app.origin,
      async page() {
        const page = followRequests(await context.newPage());
        await watch(page);
        return page;
      },
      async elsewhere() {
        const fresh = await browser.newContext();
        await fresh.addCookies(await context.cookies());
        return followRequests(await fresh.newPage());
      },
      store: (document) => importOverHttp(app.origin, adminToken, document),
      async api(query, variables = {}) {
        const response = await fetch(`${app.origin}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${adminToken}`, "x-csrf": "1" },
          body: JSON.stringify({ query, variables }),
        });
        const { data, errors } = (await response.json()) as { data?: unknown; errors?: object[] };
        if (errors) throw new Error(`The API refused: ${JSON.stringify(errors[0])}`);
        return data;
      },
      say,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const requests = new WeakMap<Page, Set<Request>>();

/** Follows what the page asks for; the stream of changes, which stays open, is no request of this kind. */
function followRequests(page: Page): Page {
  const underWay = new Set<Request>();
  requests.set(page, underWay);
  page.on("request", (request) => {
    if (request.headers().accept !== "text/event-stream") underWay.add(request);
  });
  page.on("requestfinished", (request) => void underWay.delete(request));
  page.on("requestfailed", (request) => void underWay.delete(request));
  return page;
}

/** Waits until the page has asked for nothing for a second: what it loads in the background is not measured. */
export async function settled(page: Page): Promise<void> {
  const underWay = requests.get(page)!;
  const end = Date.now() + 120_000;
  let quietSince = Date.now();
  while (Date.now() - quietSince < 1_000) {
    if (Date.now() > end) throw new Error("The page has not come to rest in two minutes.");
    await pause(50);
    if (underWay.size > 0) quietSince = Date.now();
  }
}
