import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** The browser that the tests bring along is built for this platform only. */
export const BROWSER_RUNS_HERE: boolean = process.platform === "linux" && process.arch === "x64";

/**
 * Where pages and pictures of them are written: a new folder outside the repository for each run,
 * or the one that `LAMBENT_PICTURES` names, to look at them.
 */
export const PICTURES: string =
  process.env["LAMBENT_PICTURES"] ?? mkdtempSync(join(tmpdir(), "lambent-pages-"));

/** Takes the pictures away, unless somebody asked for them. */
export function dropPictures(): void {
  if (process.env["LAMBENT_PICTURES"] === undefined) rmSync(PICTURES, { recursive: true });
}

export async function launchBrowser(): Promise<Browser> {
  mkdirSync(PICTURES, { recursive: true });
  const { default: packed } = await import("@sparticuz/chromium");
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A page with everything it complained about and everything it asked the network for. */
export interface OpenedPage {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openPage(
  browser: Browser,
  path: string,
  options: BrowserContextOptions,
): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  const address = pathToFileURL(path).href;
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:"))
      requests.push(request.url());
  });
  await page.goto(address);
  return { page, complaints, requests, close: () => context.close() };
}

const ATTEMPTS = 6;

/**
 * A picture of the whole page. On a busy machine headless Chromium at times answers "Unable to
 * capture screenshot" when no frame was ready; the next attempt finds one.
 */
export async function takePicture(page: Page, name: string): Promise<Buffer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await page.screenshot({ path: join(PICTURES, name), fullPage: true });
    } catch (error) {
      if (attempt === ATTEMPTS || !String(error).includes("Unable to capture screenshot"))
        throw error;
      await page.waitForTimeout(200 * attempt);
    }
  }
}
