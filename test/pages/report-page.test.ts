/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Assessment } from "../../packages/lambent/src/model/assessment.ts";
import { renderHtml } from "../../packages/lambent/src/render/html.ts";
import {
  BROWSER_RUNS_HERE,
  dropPictures,
  launchBrowser,
  openPage,
  PICTURES,
  takePicture,
} from "./browser.ts";
import type { OpenedPage } from "./browser.ts";
import { lowContrast } from "./contrast.ts";
import { sampleAssessment } from "./sample-assessment.ts";

const WIDTHS = [360, 800, 1600] as const;
const SCHEMES = ["light", "dark"] as const;
const VIEWS = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => [width, scheme] as const));

describe.skipIf(!BROWSER_RUNS_HERE)(
  "the report as a page [needs Linux on x64 for its browser]",
  () => {
    let browser: Browser;
    const opened: OpenedPage[] = [];

    beforeAll(async () => {
      browser = await launchBrowser();
    });

    afterAll(async () => {
      await browser.close();
      dropPictures();
    });

    async function show(
      assessment: Assessment = sampleAssessment(),
      options: BrowserContextOptions = {},
    ): Promise<OpenedPage> {
      const path = join(PICTURES, `page-${opened.length}.html`);
      writeFileSync(path, renderHtml(assessment));
      const one = await openPage(browser, path, {
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      opened.push(one);
      return one;
    }

    test.each(VIEWS)(
      "%i pixels wide, %s: quiet, offline, within its width, readable",
      async (width, scheme) => {
        const { page, complaints, requests, close } = await show(sampleAssessment(), {
          viewport: { width, height: 900 },
          colorScheme: scheme,
        });
        const picture = await takePicture(page, `report-${width}-${scheme}.png`);
        expect(picture.length).toBeGreaterThan(50_000);
        expect(complaints).toEqual([]);
        expect(requests).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          width,
        );
        const overflowing = await page.evaluate((widthPx) => {
          const all = [...document.querySelectorAll("main *, header *, footer *")];
          const out = all.filter(
            (one) =>
              !one.closest(".scroll, .hidden-text, .name, svg") &&
              one.getBoundingClientRect().right > widthPx + 0.5,
          );
          return out.map((one) => `${one.tagName}.${one.className}`);
        }, width);
        expect(overflowing).toEqual([]);

        const charts = await page.evaluate(() =>
          [...document.querySelectorAll("figure svg[role=img]")].map((svg) => {
            const box = svg.getBoundingClientRect();
            return Math.min(box.width, box.height);
          }),
        );
        expect(charts.length).toBeGreaterThan(30);
        expect(Math.min(...charts)).toBeGreaterThan(10);

        const { measured, low } = await page.evaluate(lowContrast, 4.5);
        expect(measured).toBeGreaterThan(300);
        expect(low).toEqual([]);
        await close();
      },
    );

    test("a laptop's screen holds all columns of the functions table", async () => {
      const { page, close } = await show();
      const hidden = await page
        .locator("#functions .scroll")
        .evaluate((one) => one.scrollWidth - one.clientWidth);
      expect(hidden).toBeLessThanOrEqual(0);
      await close();
    });

    test("the table sorts by keyboard, unknown figures stay last", async () => {
      const { page, complaints, close } = await show();
      const names = (): Promise<string[]> =>
        page.locator("table.functions tbody th bdi").allTextContents();
      const head = page.locator("table.functions thead th", { hasText: "Calls" });
      const byCost = await names();
      await head.locator("button").focus();
      expect(
        await head.locator("button").evaluate((one) => getComputedStyle(one).outlineStyle),
      ).toBe("solid");
      await page.keyboard.press("Enter");
      expect(await head.getAttribute("aria-sort")).toBe("descending");
      expect((await names())[0]).toBe("search-suggest");
      await page.keyboard.press("Space");
      expect(await head.getAttribute("aria-sort")).toBe("ascending");
      expect((await names())[0]).toBe("(unnamed function)");
      expect(await page.locator("[aria-sort]").count()).toBe(1);
      expect(await page.locator("[data-sort-status]").textContent()).toBe(
        "Sorted by Calls, ascending.",
      );
      const cost = page.locator("table.functions thead th", { hasText: "Cost" }).locator("button");
      await cost.press("Enter");
      expect(await names()).toEqual([
        ...byCost.filter((name) => name !== "managed-instance-batch"),
        "managed-instance-batch",
      ]);
      await cost.press("Enter");
      expect((await names()).at(-1)).toBe("managed-instance-batch");
      expect(complaints).toEqual([]);
      await close();
    });

    test("hostile names and messages are inert text", async () => {
      const { page, complaints, close } = await show();
      for (const group of await page.locator(".groups summary").all()) await group.click();
      await page.waitForTimeout(50);
      expect(await page.title()).toMatch(/^Lambda cost and health/);
      expect(await page.locator("img").count()).toBe(0);
      expect(await page.locator("script").count()).toBe(1);
      expect(await page.locator("table.functions tbody").textContent()).toContain(
        "<img src=x onerror=",
      );
      expect(await page.locator("pre", { hasText: "\\x1b[2J" }).first().isVisible()).toBe(true);
      const injected = page.evaluate(() => {
        const one = document.createElement("script");
        one.textContent = "document.title = 'owned'";
        document.body.append(one);
        return document.title;
      });
      expect(await injected).not.toBe("owned");
      expect(complaints.join()).toContain("Content Security Policy");
      await close();
    });

    test("the theme follows the system until the reader chooses", async () => {
      const { page, close } = await show(sampleAssessment(), { colorScheme: "dark" });
      const ground = (): Promise<string> =>
        page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const dark = await ground();
      await page.getByRole("button", { name: "Light theme" }).click();
      const light = await ground();
      expect(light).not.toBe(dark);
      await page.reload();
      expect(await ground()).toBe(light);
      await page.getByRole("button", { name: "Dark theme" }).click();
      expect(await ground()).toBe(dark);
      await close();
    });

    test("without scripts everything is there and no dead control", async () => {
      const { page, complaints, close } = await show(sampleAssessment(), {
        javaScriptEnabled: false,
      });
      expect(await page.locator("table.functions tbody tr").count()).toBe(12);
      expect(await page.locator("#durations svg[role=img]").count()).toBe(12);
      expect(await page.locator("button:visible").count()).toBe(0);
      expect(complaints).toEqual([]);
      await close();
    });

    test("a value under the pointer is shown", async () => {
      const { page, close } = await show();
      await page.locator("#cost-by-function .mark").first().hover();
      const tip = page.locator(".tip");
      expect(await tip.isVisible()).toBe(true);
      expect(await tip.textContent()).toMatch(/^Duration: \$\d+\.\d\d \(\d+ %\)$/);
      await page.locator("h1").hover();
      expect(await tip.isVisible()).toBe(false);
      await close();
    });

    test("structure for readers who do not see it", async () => {
      const { page, close } = await show();
      const found = await page.evaluate(() => ({
        landmarks: ["header", "nav", "main", "footer"].map(
          (name) => document.querySelectorAll(name).length,
        ),
        levels: [...document.querySelectorAll("h1,h2,h3,h4")].map((one) => Number(one.tagName[1])),
        unnamedSections: [...document.querySelectorAll("section,figure")].filter((one) => {
          const id = one.getAttribute("aria-labelledby");
          return (
            one.getAttribute("aria-label") === null &&
            (id === null || !document.getElementById(id)?.textContent)
          );
        }).length,
        pictures: [...document.querySelectorAll("svg[role=img]")].map((one) => [
          one.querySelector(":scope > title")?.textContent ?? "",
          one.querySelector(":scope > desc")?.textContent ?? "",
        ]),
        otherPictures: [...document.querySelectorAll("svg:not([role=img])")].filter(
          (one) => !one.closest("[aria-hidden=true]") && !one.closest("svg[role=img]"),
        ).length,
        tables: [...document.querySelectorAll("table")].map(
          (one) => one.caption?.textContent ?? "",
        ),
        headsWithoutScope: document.querySelectorAll("th:not([scope])").length,
        repeatedIds: [...document.querySelectorAll("[id]")]
          .map((one) => one.id)
          .filter((id, index, all) => all.indexOf(id) !== index),
        deadLinks: [...document.querySelectorAll('a[href^="#"]')].filter(
          (one) => !document.querySelector(one.getAttribute("href") ?? ""),
        ).length,
      }));
      expect(found.landmarks).toEqual([1, 1, 1, 1]);
      expect(found.levels[0]).toBe(1);
      expect(found.levels.filter((level) => level === 1)).toHaveLength(1);
      expect(
        found.levels.every(
          (level, index) => index === 0 || level - (found.levels[index - 1] ?? 0) <= 1,
        ),
      ).toBe(true);
      expect(found.unnamedSections).toBe(0);
      expect(found.pictures.length).toBeGreaterThan(40);
      expect(found.pictures.filter(([title, description]) => !title || !description)).toEqual([]);
      expect(found.otherPictures).toBe(0);
      expect(found.tables.every((caption) => caption !== "")).toBe(true);
      expect(found.headsWithoutScope).toBe(0);
      expect(found.repeatedIds).toEqual([]);
      expect(found.deadLinks).toBe(0);
      await close();
    });

    test("nothing but unknowns: a page without charts and without complaints", async () => {
      const sample = sampleAssessment();
      const { page, complaints, close } = await show({
        ...sample,
        period: null,
        functions: [],
        findings: [],
        errorGroups: [],
        sources: [],
        totals: {
          ...sample.totals,
          functions: 0,
          invocations: 0,
          cost: null,
          costPerMonthUsd: null,
        },
      });
      expect(await page.locator("figure").count()).toBe(0);
      expect(await page.locator("main").innerText()).not.toMatch(/NaN|undefined|null/);
      expect(complaints).toEqual([]);
      await close();
    });

    test("five hundred functions: charts stay small, the table has them all", async () => {
      const sample = sampleAssessment();
      const functions = Array.from({ length: 500 }, (_, index) => {
        const one = sample.functions[index % 12];
        if (one === undefined) throw new Error("the sample has too few functions");
        return { ...one, name: `${one.name ?? "unnamed"}-${index}` };
      });
      const { page, complaints, close } = await show(
        { ...sample, functions },
        { viewport: { width: 360, height: 800 } },
      );
      expect(await page.locator("table.functions tbody tr").count()).toBe(500);
      expect(await page.locator("#cost-by-function .row").count()).toBe(12);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        360,
      );
      expect(complaints).toEqual([]);
      await close();
    });

    test("hundreds of sources and findings stay folded until they are asked for", async () => {
      const sample = sampleAssessment();
      const [source] = sample.sources;
      const [finding] = sample.findings;
      if (source === undefined || finding === undefined) throw new Error("the sample is too small");
      const sources = Array.from({ length: 378 }, (_, i) => ({ ...source, name: `logs/${i}.gz` }));
      const findings = Array.from({ length: 21 }, (_, i) => ({ ...finding, title: `Title ${i}` }));
      const { page, complaints, close } = await show({ ...sample, sources, findings });
      const few = await show();
      const height = (one: OpenedPage): Promise<number> =>
        one.page.evaluate(() => document.documentElement.scrollHeight);
      expect(Math.abs((await height({ ...few, page })) - (await height(few)))).toBeLessThan(400);
      await few.close();

      const titles = page.locator("#do-first").getByText(/^Title \d+$/);
      expect(await titles.count()).toBe(21);
      expect(await page.locator("#do-first .title:visible").count()).toBe(5);
      await page.getByText("13 more findings").click();
      expect(await page.locator("#do-first .title:visible").count()).toBe(18);

      expect(await page.locator("table.sources").isVisible()).toBe(false);
      await page.getByText("Show the 378 sources").click();
      expect(await page.locator("table.sources tbody tr:visible").count()).toBe(200);
      expect(await page.getByText("And 178 more").isVisible()).toBe(true);
      expect(complaints).toEqual([]);
      await close();
    });

    test("the parts of the cards line up on a wide page", async () => {
      const { page, close } = await show();
      const tops = await page
        .locator(".finding .do")
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
      expect(tops).toHaveLength(3);
      expect(new Set(tops).size).toBe(1);
      await close();
    });

    test("on paper: light, no controls", async () => {
      const { page, close } = await show(sampleAssessment(), { colorScheme: "dark" });
      await page.emulateMedia({ media: "print" });
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
        "rgb(246, 247, 248)",
      );
      expect(await page.locator("button.theme").isVisible()).toBe(false);
      await close();
    });
  },
);
