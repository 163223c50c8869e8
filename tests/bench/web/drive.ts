import type { Page } from "playwright-core";
import type { Watch } from "./in-page.ts";

export interface Frames {
  longest: number;
  p95: number;
  perSecond: number;
}

/** The frames of the page while something is done with it, in milliseconds. */
export async function framesOf(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const { watch } = window as unknown as { watch: Watch };
    watch.frames = [];
    watch.watching = true;
  });
  await act();
  const frames = await page.evaluate(() => {
    const { watch } = window as unknown as { watch: Watch };
    watch.watching = false;
    return watch.frames;
  });
  const sorted = frames.toSorted((a, b) => a - b);
  const total = frames.reduce((sum, frame) => sum + frame, 0);
  return {
    longest: sorted.at(-1) ?? 0,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    perSecond: (1000 * frames.length) / total,
  };
}

const middle = { x: 760, y: 420 };

/** Drags the map about, as a hand does. @param steps fewer for who takes a second for each */
export async function pan(page: Page, steps = 60): Promise<void> {
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  for (let i = 1; i <= steps; i++) {
    await page.mouse.move(middle.x + 140 * Math.sin(i / 8), middle.y + 80 * Math.sin(i / 11));
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}

/** Turns the wheel in and out again. */
export async function zoom(page: Page, steps = 40): Promise<void> {
  await page.mouse.move(middle.x, middle.y);
  for (let i = 0; i < steps; i++) {
    await page.mouse.wheel(0, i < steps / 2 ? -60 : 60);
    await page.waitForTimeout(16);
  }
}

/** Megabytes of the page's heap, after its garbage has been collected. */
export async function memory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1_000_000;
}
