import { buildPage, pageIsStale } from "../../api/build-page.ts";
import { launchChromium } from "./chromium.ts";

/** What every browser test needs and two at a time must not make: the built page, and Chromium unpacked. */
export default async function setup(): Promise<void> {
  if (pageIsStale()) await buildPage();
  await (await launchChromium()).close();
}
