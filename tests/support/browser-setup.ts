import type { TestProject } from "vitest/node";
import { adminToken, startApp } from "./app.ts";
import { launchChromium } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The app shared by all browser tests, which run one file at a time; each file signs in a person of its own. */
    app: { origin: string; data: string };
  }
}

/** Global setup of the browser tests: the app with the built page, and Chromium unpacked. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [app] = await Promise.all([
    startApp({ ...project.config.env, ECOTONE_ADMIN_TOKEN: adminToken }),
    launchChromium().then((browser) => browser.close()),
  ]);
  project.provide("app", { origin: app.origin, data: app.data });
  return async () => void (await app.stop());
}
