import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import axe from "axe-core";
import { fillPractice, type FilledPractice } from "../fixtures/fill-practice.ts";
import { addLeads, addStarter } from "../fixtures/leads.ts";
import { startInPractice } from "../fixtures/start-in-practice.ts";
import { expect, test } from "../fixtures/test.ts";

interface Screen {
  readonly name: string;
  readonly path: (filled: FilledPractice) => string;
  /** Opens what lies over the page. */
  readonly open?: (page: Page) => Promise<void>;
}

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** Pictures of every screen are put here, for people to look at. */
const pictures = process.env["DRIPLINE_PICTURES"];

function press(name: string | RegExp): (page: Page) => Promise<void> {
  return async (page) => page.getByRole("main").getByRole("button", { name }).first().click();
}

const campaignScreens: readonly Screen[] = [
  { name: "campaigns", path: () => "/" },
  { name: "new campaign", path: () => "/", open: press("New campaign") },
  { name: "campaign", path: ({ campaignId }) => `/campaigns/${campaignId}` },
  { name: "draft", path: ({ draftId }) => `/campaigns/${draftId}` },
  { name: "step panel", path: ({ draftId }) => `/campaigns/${draftId}`, open: press(/^Step 1:/u) },
  {
    name: "step panel, when",
    path: ({ draftId }) => `/campaigns/${draftId}`,
    async open(page) {
      await press(/^Step 1:/u)(page);
      await page.getByRole("tab", { name: "When" }).click();
    },
  },
  {
    name: "trigger chip",
    path: ({ draftId }) => `/campaigns/${draftId}`,
    open: press(/^Trigger:/u),
  },
  { name: "checks", path: ({ draftId }) => `/campaigns/${draftId}`, open: press(/^Check:/u) },
  { name: "go live", path: ({ draftId }) => `/campaigns/${draftId}`, open: press("Go live…") },
  {
    name: "campaign menu",
    path: ({ draftId }) => `/campaigns/${draftId}`,
    open: press("More about the campaign"),
  },
  {
    name: "email",
    path: ({ campaignId, emailStepId }) => `/campaigns/${campaignId}/emails/${emailStepId}`,
  },
];

const peopleScreens: readonly Screen[] = [
  { name: "contacts", path: () => "/contacts" },
  { name: "person", path: ({ contactId }) => `/contacts/${contactId}` },
  {
    name: "start campaign",
    path: ({ contactId }) => `/contacts/${contactId}`,
    open: press("Start campaign…"),
  },
  {
    name: "add tag",
    path: ({ contactId }) => `/contacts/${contactId}`,
    open: press("Add tag"),
  },
  { name: "import", path: () => "/import" },
  { name: "import, columns", path: ({ mappingId }) => `/import/${mappingId}` },
  { name: "import, done", path: ({ importedId }) => `/import/${importedId}` },
  { name: "new contact", path: () => "/contacts", open: press("New contact") },
  { name: "segments", path: () => "/segments" },
  { name: "new goal", path: () => "/segments", open: press("New goal") },
  { name: "new segment", path: () => "/segments/new" },
  { name: "segment", path: ({ segmentId }) => `/segments/${segmentId}` },
  { name: "practice inbox", path: () => "/practice" },
  {
    name: "practice mail",
    path: () => "/practice",
    open: async (page) => page.getByRole("option").first().click(),
  },
];

const reportScreens: readonly Screen[] = [
  { name: "reports", path: () => "/reports" },
  { name: "campaign report", path: ({ campaignId }) => `/reports/${campaignId}` },
  {
    name: "email report",
    path: ({ campaignId, emailStepId }) => `/reports/${campaignId}/emails/${emailStepId}`,
  },
];

const peopleScreen: Screen = {
  name: "people behind a number",
  path: ({ campaignId }) => `/reports/${campaignId}`,
  open: async (page) =>
    page
      .getByRole("main")
      .getByRole("link", { name: /^\d+, /u })
      .first()
      .click(),
};

const settingsScreens: readonly Screen[] = [
  { name: "business", path: () => "/settings/business" },
  { name: "account", path: () => "/settings/account" },
  { name: "new account", path: () => "/settings/account/new" },
  { name: "relay", path: () => "/settings/relay" },
  { name: "stages", path: () => "/settings/stages" },
  { name: "fields", path: () => "/settings/fields" },
  { name: "sending", path: () => "/settings/sending" },
  { name: "mail log", path: () => "/settings/mail-log" },
  { name: "look", path: () => "/settings/look" },
  { name: "gallery", path: () => "/gallery" },
  { name: "no such page", path: () => "/nowhere" },
];

const commonScreens: readonly Screen[] = [
  {
    name: "command palette",
    path: () => "/contacts",
    open: async (page) => page.keyboard.press("Control+k"),
  },
  {
    name: "keyboard help",
    path: () => "/contacts",
    open: async (page) => page.keyboard.press("?"),
  },
];

for (const colorScheme of ["light", "dark"] as const)
  test.describe(`In ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("Every screen of a filled practice can be read by everyone", async ({ shop, page }) => {
      test.setTimeout(300_000);
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
        segmentId: "leads",
        emailStepId: "",
        contactId: "",
        mappingId: "",
        importedId: "",
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
  for (const screen of filled ? screens : [])
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
}

async function expectFine(page: Page, story: string, name: string): Promise<void> {
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
  expect.soft(await findFaults(page), `${name}: what axe finds`).toEqual([]);
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
