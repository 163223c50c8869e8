import { existsSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/**
 * Chromium from npm, or the one that CHROME_PATH names.
 * @param more arguments of the command besides
 */
export async function launchChromium(more: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args: ["--no-sandbox", ...more], headless: true });
}

async function executable(): Promise<string> {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const unpacked = join(tmpdir(), "chromium");
  const path = await sparticuz.executablePath();
  if (await starts(path)) return path;
  // Unpacked earlier by another version of the package: replaced once.
  if (existsSync(unpacked)) rmSync(unpacked, { recursive: true, force: true });
  return sparticuz.executablePath();
}

async function starts(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"], headless: true });
    const major = Number(browser.version().split(".")[0]);
    await browser.close();
    return major === 147;
  } catch {
    return false;
  }
}
