import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Core, NodeSingular } from "cytoscape";
import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from "playwright-core";
import { expect, inject } from "vitest";
import { adminToken, inviteTo, type RunningApp, startApp } from "./app.ts";
import { launchChromium } from "./chromium.ts";
import { importOverHttp } from "./import-over-http.ts";
import { untilIdle, watchWork } from "./page-work.ts";
import { patience } from "./patience.ts";
import { signInAt } from "./sign-in.ts";

// Shared by the browser tests: one app for all, a browser for each file, and pages on the example's map that record every error.

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
export { patience };

export interface MapStage {
  origin: string;
  browser: Browser;
  context: BrowserContext;
  page: MapPage;
  /** Errors and warnings in the consoles of all pages, and uncaught exceptions. */
  troubles: string[];
  /** Queries the API as the admin, to compare its answers with what a page shows. */
  // biome-ignore lint/suspicious/noExplicitAny: each test reads the fields that it queried.
  api(query: string, variables?: object): Promise<any>;
  /** Another browser of the same person, without local storage. */
  elsewhere(): Promise<{ page: MapPage; end(): Promise<void> }>;
  /** The page goes on as the person of a one-time link: a long file asks more than one person may. */
  asAnother(link: string): Promise<void>;
  end(): Promise<void>;
}

/**
 * A browser on the shared app, with the example reset to its initial state. Each file signs in as a different person,
 * since requests per minute are limited per person.
 */
export async function mapStage(options: BrowserContextOptions = {}): Promise<MapStage> {
  const { origin, data } = inject("app");
  const stage = await openStage(origin, options);
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { views { key } } }`);
  for (const { key } of ecosystem.views)
    await stage.api(`mutation ($key: String!) { removeView(input: { ecosystem: "sysco", key: $key }) { revision } }`, {
      key,
    });
  await importOverHttp(origin, adminToken, JSON.parse(await readFile("seed/sysco.json", "utf8")), true);
  await signedIn(stage, await inviteTo({ origin, data }, basename(expect.getState().testPath!)));
  return stage;
}

/** The same on an app that no other file uses, so that it can be paused; signed in with its first one-time link. */
export async function ownMapStage(): Promise<MapStage & { app: RunningApp }> {
  const app = await startApp({ ECOTONE_ADMIN_TOKEN: adminToken });
  const stage = await openStage(app.origin, {});
  await signedIn(stage, app.link);
  return {
    ...stage,
    app,
    async end() {
      await stage.end();
      await app.stop();
    },
  };
}

async function signedIn({ page }: MapStage, link: string): Promise<void> {
  await signInAt(page.page, link);
  await page.page.getByText("SysCo and the fleet of fibre lines").first().waitFor();
  // The overview sends its last queries after its first answers: they must not be counted as queries of the next page.
  await page.idle();
}

async function openStage(origin: string, options: BrowserContextOptions): Promise<MapStage> {
  const browser = await launchChromium();
  const context = await newContext(browser, options);
  const troubles: string[] = [];
  let requests = 0;
  const expectFewRequests = () =>
    expect(requests, "one person asks less than is allowed in a minute, however quick the machine").toBeLessThan(300);
  const count = (request: Request) => {
    if (/^\/(graphql|work|upload)/.test(new URL(request.url()).pathname)) requests += 1;
  };
  context.on("request", count);
  context.on("page", (page) => {
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) troubles.push(message.text());
    });
    page.on("pageerror", (error) => troubles.push(error.message));
    page.setDefaultTimeout(patience.timeout);
  });
  const stage: MapStage = {
    origin,
    browser,
    context,
    page: new MapPage(await context.newPage(), origin),
    troubles,
    async api(query, variables = {}) {
      const answer = await fetch(`${origin}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${adminToken}` },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await answer.json()) as { data: unknown; errors?: object[] };
      expect(errors).toBeUndefined();
      return data;
    },
    async elsewhere() {
      const other = await newContext(browser, options);
      other.on("request", count);
      await other.addCookies(await context.cookies());
      return { page: new MapPage(await other.newPage(), origin), end: () => other.close() };
    },
    async asAnother(link) {
      expectFewRequests();
      // A page that is open goes on asking when facts change, and would be refused without its session.
      for (const page of context.pages()) await page.goto("about:blank");
      await context.clearCookies();
      await signedIn(stage, link);
      requests = 0;
    },
    async end() {
      await browser.close();
      expectFewRequests();
    },
  };
  return stage;
}

async function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: desk, ...options });
  await context.addInitScript(watchWork);
  return context;
}

export interface DrawnNode {
  id: string;
  name: string;
  record: string;
  /** In world units. */
  x: number;
  y: number;
  data: Record<string, unknown>;
}

/** A page on the example's map; its state is read from its address and from the canvas. */
export class MapPage {
  constructor(
    readonly page: Page,
    readonly origin: string,
  ) {}

  async open(search = "") {
    await this.page.goto(`${this.origin}/e/sysco/map${search}`);
    await this.ready();
  }

  async ready() {
    await this.page.getByRole("application").waitFor();
    await this.rest();
  }

  param(name: string) {
    const found = new URL(this.page.url()).searchParams.get(name);
    return found?.startsWith("[") ? JSON.parse(found) : found;
  }

  panel(name: string) {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** List of records beside the canvas: what is drawn, for screen readers. */
  records() {
    return this.page.getByRole("list", { name: "Records on the map" });
  }

  recordCount = async () => Number(await this.records().locator("li").first().getAttribute("aria-setsize"));

  /** Reads the canvas. Cytoscape stores itself on its container. */
  canvas<Answer, Argument>(read: (cy: Core, argument: Argument) => Answer, argument: Argument): Promise<Answer> {
    const core = "document.querySelector('.canvas-core')._cyreg.cy";
    return this.page.evaluate(`(${String(read)})(${core}, ${JSON.stringify(argument)})`);
  }

  nodes(): Promise<DrawnNode[]> {
    return this.canvas(
      (cy) =>
        cy.nodes().map((node) => {
          const { id, name, record } = node.data();
          return { id, name, record, ...(node as NodeSingular).position(), data: node.data() };
        }),
      null,
    );
  }

  /** Positions of nodes in world units, by name, in the lens of the address. */
  async places(): Promise<Record<string, { x: number; y: number }>> {
    const round = (value: number) => Math.round(value * 10) / 10;
    const read = async () => {
      await this.rest();
      return Object.fromEntries((await this.nodes()).map(({ name, x, y }) => [name, { x: round(x), y: round(y) }]));
    };
    // An animation may start after the page has become idle, when pins arrive: two readings some frames apart must
    // agree.
    let places = await read();
    for (;;) {
      await this.page.evaluate(async () => {
        for (let frame = 0; frame < 25; frame++) await new Promise((done) => requestAnimationFrame(done));
      });
      const later = await read();
      if (JSON.stringify(later) === JSON.stringify(places)) return later;
      places = later;
    }
  }

  viewport = () => this.canvas((cy) => ({ zoom: cy.zoom(), pan: { ...cy.pan() } }), null);

  /** Waits until the page is idle, whatever it shows. */
  idle = () => untilIdle(this.page);

  /** Waits until there are nodes, and neither they nor the viewport move. */
  async rest() {
    await untilIdle(this.page, () => {
      const cy = (document.querySelector(".canvas-core") as { _cyreg?: { cy: Core } } | null)?._cyreg?.cy;
      if (!cy || cy.nodes().empty() || cy.animated() || cy.nodes(":animated").nonempty()) return null;
      const places = cy.nodes().map((node) => Object.values((node as NodeSingular).position()));
      return JSON.stringify([cy.zoom(), cy.pan(), places]);
    });
  }

  /** Position of a node on the page, in pixels. */
  async pixelOf(name: string): Promise<{ x: number; y: number }> {
    await this.rest();
    const box = (await this.page.locator(".canvas-core").boundingBox())!;
    const { x, y } = await this.canvas((cy, label) => {
      const node = cy.nodes().filter((one) => one.data("name") === label);
      return (node.first() as NodeSingular).renderedPosition();
    }, name);
    return { x: Math.round(box.x + x), y: Math.round(box.y + y) };
  }

  async drag(from: { x: number; y: number }, to: { x: number; y: number }) {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await mouse.move(to.x, to.y, { steps: 4 });
    await mouse.up();
    await mouse.move(to.x, to.y + 1);
  }
}
