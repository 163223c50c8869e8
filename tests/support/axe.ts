import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * Violations that axe finds on a page or in a part of it, one per line. Names and roles do not depend on the theme, so
 * in the dark one only contrast is checked.
 */
export async function axe(page: Page, theme: "light" | "dark", where: string, part?: string): Promise<string[]> {
  // Contrast is measured after finite animations; endless ones are not waited for.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((it) => it.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((it) => it.finished),
    ),
  );
  // Legacy mode needs no extra window for each run, which only cross-origin frames would need.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  if (part) builder.include(part);
  if (theme === "dark") builder.withRules("color-contrast");
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${theme} ${where}: ${id} ${nodes[0]?.target}`);
}
