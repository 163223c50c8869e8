import type { Page } from "playwright-core";

/** Opens a one-time link and signs in with it, as a person does. */
export async function signInAt(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
}
