import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import axe from "axe-core";
import { fillPractice, type FilledPractice } from "../fixtures/fill-practice.ts";
import { addLeads, addStarter } from "../fixtures/leads.ts";
import {
  campaignScreens,
  commonScreens,
  peopleScreen,
  peopleScreens,
  reportScreens,
  settingsScreens,
  type Screen,
} from "../fixtures/screens.ts";
import { startInPractice } from "../fixtures/start-in-practice.ts";
import { expect, test } from "../fixtures/test.ts";

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** Pictures of every screen are put here, for people to look at. */
const pictures = process.env["DRIPLINE_PICTURES"];
/** Only screens whose name has this in it, while one works at them. */
const wanted = process.env["DRIPLINE_SCREENS"] ?? "";

for (const colorScheme of ["light", "dark"] as const)
  test.describe(`In ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("Every screen of a filled practice can be read by everyone", async ({ shop, page }) => {
      test.setTimeout(600_000);
      const filled = await fillPractice(shop);
      await startInPractice(page);
      await lookAt(page, shop.url, `practice ${colorScheme}`, filled, [
        ...campaignScreens,
        ...peopleScreens,
        ...reportScreens,
        peopleScreen,
        ...commonScreens,
      ]);
    });

    test("So can the settings, and what is still empty", async ({ shop, page }) => {
      test.setTimeout(300_000);
      await addLeads(shop, "Ana", "Ken");
      const campaignId = await addStarter(shop);
      const empty = {
        campaignId,
        draftId: campaignId,
        everyStepId: campaignId,
        segmentId: "leads",
        emailStepId: "",
        contactId: "",
        mappingId: "",
        importedId: "",
        unsubscribedId: "",
        archivedId: "",
      };
      await lookAt(page, shop.url, `real ${colorScheme}`, empty, [
        ...settingsScreens,
        ...reportScreens.slice(0, 2),
        ...campaignScreens.slice(0, 1),
        ...peopleScreens.slice(0, 1),
      ]);
    });

    test("So can the first page", async ({ dripline, page }) => {
      await lookAt(page, dripline.url, `first ${colorScheme}`, undefined, []);
    });
  });

/** Goes from screen to screen, and asserts of each that nothing is wrong with it at any size. */
async function lookAt(
  page: Page,
  url: string,
  story: string,
  filled: FilledPractice | undefined,
  screens: readonly Screen[],
): Promise<void> {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (line) => {
    if (line.type() === "error") errors.push(line.text());
  });
  await page.setViewportSize(SIZES[0]);
  await page.goto(url);
  await settle(page);
  if (!filled) await expectFine(page, story, "first page");
  for (const screen of filled ? screens.filter(({ name }) => name.includes(wanted)) : [])
    await test.step(screen.name, async () => {
      // Away first: a screen that is open already would not begin anew.
      await page.evaluate(() => (location.hash = "/nowhere"));
      await page.evaluate((path) => (location.hash = path), screen.path(filled as FilledPractice));
      await settle(page);
      await screen.open?.(page);
      await settle(page);
      await expectFine(page, story, screen.name);
      await page.keyboard.press("Escape");
    });
  expect(errors, "errors in the page").toEqual([]);
}

/** Waits until nothing says any more that it is on the way. */
async function settle(page: Page): Promise<void> {
  await expect(page.locator("h1").first()).toBeVisible();
  // The gallery shows what waiting looks like, and waits for nothing.
  if (new URL(page.url()).hash !== "#/gallery")
    await expect(page.locator(".animate-shimmer, .animate-spin")).toHaveCount(0);
  // What has only begun to fade in cannot be seen yet.
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

async function expectFine(page: Page, story: string, name: string): Promise<void> {
  // On a busy computer what was opened may come late; what is wrong then still is wrong.
  let faults = await findFaults(page);
  for (let tries = 0; tries < 10 && faults.length > 0; tries++) {
    await page.waitForTimeout(300);
    faults = await findFaults(page);
  }
  expect.soft(faults, `${name}: what axe finds`).toEqual([]);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(tooWide, `${name}: too wide at ${size.width}`).toBeLessThanOrEqual(0);
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${story} ${name} ${size.width}.png`) });
    }
  }
  await page.setViewportSize(SIZES[0]);
}

/**
 * What axe finds by its default rules, nothing left out. A mail's frame is looked at from outside: no script runs
 * in it, axe's neither.
 */
async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      iframes: false,
      resultTypes: ["violations"],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  });
}
