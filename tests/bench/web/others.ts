import type { Page } from "playwright-core";
import { build } from "vite";
import { type Frames, framesOf, pan, zoom } from "./drive.ts";
import { presented } from "./in-page.ts";
import type { Drawing, Span } from "./others.page.ts";

export interface Other {
  full: number;
  pan: Frames;
  zoom: Frames;
  memory: number;
}

/** Draws the same map with another library in a page of the same browser. */
export async function measureOther(
  page: Page,
  name: "plainCytoscape" | "sigma",
  drawing: Drawing,
): Promise<Omit<Other, "memory">> {
  const draw = () =>
    page.evaluate(
      ({ which, what }) =>
        (window as unknown as { others: Record<string, (drawing: Drawing) => Promise<Span>> }).others[which]!(what),
      { which: name, what: drawing },
    );
  const { begun, drawn } = await draw();
  const full = (await presented(page, begun, drawn)) - begun;
  await page.waitForTimeout(1_500);
  // Plain Cytoscape draws all of it for each step, in software about one a second.
  return { full, pan: await framesOf(page, () => pan(page, 12)), zoom: await framesOf(page, () => zoom(page, 12)) };
}

/** The script of the page that draws with the others. */
export async function othersScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      lib: { entry: "tests/bench/web/others.page.ts", formats: ["iife"], name: "othersOfTheBench", fileName: "others" },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !("output" in first)) throw new Error("Vite has built nothing.");
  return first.output[0].code;
}
