import type { TestProject } from "vitest/node";
import { adminToken, startApp } from "./app.ts";
import { launchChromium } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The app that all browser tests share, one after the other, and the cookie of somebody signed in. */
    app: { origin: string; cookie: string };
  }
}

/** What every browser test needs: the app with the built page, somebody signed in, and Chromium unpacked. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [app] = await Promise.all([
    startApp({ ECOTONE_ADMIN_TOKEN: adminToken }),
    launchChromium().then((browser) => browser.close()),
  ]);
  const answer = await fetch(app.link, { redirect: "manual" });
  project.provide("app", { origin: app.origin, cookie: answer.headers.get("set-cookie")! });
  return async () => void (await app.stop());
}
