import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * What axe finds on a page, or in a part of it, a line each. Names and roles do not depend on the theme: in the dark one
 * only contrast is looked at again.
 */
export async function axe(page: Page, theme: "light" | "dark", where: string, part?: string): Promise<string[]> {
  // What fades in has no colours to judge yet; animations without an end are not waited for.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((it) => it.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((it) => it.finished),
    ),
  );
  // The legacy mode does without a window of its own for each run, which only frames of other sites would need.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  if (part) builder.include(part);
  if (theme === "dark") builder.withRules("color-contrast");
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${theme} ${where}: ${id} ${nodes[0]?.target}`);
}
