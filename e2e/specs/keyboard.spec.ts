import type { Locator, Page } from "@playwright/test";
import { DAY, HOUR, MINUTE } from "#core/shared/clock.ts";
import { addLeads, mailTo, subjectsTo } from "../fixtures/leads.ts";
import { click } from "../fixtures/recipient.ts";
import { expect, test } from "../fixtures/test.ts";
import { Keyboard } from "../pages/keyboard.ts";

test("People can build a campaign with the keyboard alone", async ({ shop, mailServer, page }) => {
  await addLeads(shop, "Ana", "Ken");
  const presses = await countPointerPresses(page);
  const keys = new Keyboard(page);
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const title = (number: number) => button(new RegExp(`^Step ${number}: `, "u"));
  const chip = (number: number, name: string) =>
    page
      .getByRole("group", { name: `Step ${number}` })
      .getByRole("button", { name: new RegExp(`^${name}: `, "u") });

  async function addStep(kind: string, row: Locator) {
    await keys.press("/");
    const entry = page.getByRole("menuitem", { name: kind, exact: true });
    await expect(page.getByRole("menuitem", { name: "Email" })).toBeFocused();
    await keys.type(kind.charAt(0));
    await expect(entry).toBeFocused();
    await keys.press("Enter");
    await expect(row).toBeFocused();
  }

  async function write(subject: string, words: string) {
    await keys.press("Enter");
    await keys.use(page.getByRole("link", { name: "Write the email" }));
    await expect(page.getByRole("textbox", { name: "Subject" })).toBeFocused();
    await keys.type(subject);
    await keys.use(button("Begin with a greeting"));
    await expect(page.getByRole("textbox", { name: "Text", exact: true })).toBeFocused();
    await keys.type(words);
  }

  async function backToSteps() {
    await keys.use(page.getByRole("link", { name: "Prices for leads" }), "Shift+Tab");
    await expect(page.getByRole("heading", { name: "Prices for leads" })).toBeFocused();
  }

  await test.step("it is named and given to a segment", async () => {
    await page.goto(shop.url);
    await expect(page.getByRole("heading", { name: "Campaigns" })).toBeVisible();
    await keys.press("n");
    const dialog = page.getByRole("dialog", { name: "New campaign" });
    await expect(dialog.getByRole("textbox", { name: "Name" })).toBeFocused();
    await keys.type("Prices for leads");
    await keys.use(dialog.getByRole("button", { name: /Segment$/u }));
    await keys.type("Leads");
    await keys.press("Enter");
    await keys.use(dialog.getByRole("button", { name: "Create campaign" }));
    await expect(page.getByRole("heading", { name: "Prices for leads" })).toBeFocused();
  });

  await test.step("its first email has a text and a button", async () => {
    await addStep("Email", title(1));
    await write("Our prices", "This is what it costs.");
    await keys.use(button("Add button"));
    await expect(page.getByRole("textbox", { name: "Words on it" })).toBeFocused();
    await keys.type("See the prices");
    await keys.goTo(page.getByRole("textbox", { name: "Leads to" }));
    await keys.type("https://example.com/prices");
    await backToSteps();
  });

  await test.step("its second goes a day later to those who clicked", async () => {
    await addStep("Email", title(2));
    await write("Which plan fits you?", "Write back and we will tell you.");
    await backToSteps();
    await keys.use(chip(2, "Trigger"));
    await keys.goTo(page.getByRole("radio", { name: "After the step before" }));
    await keys.press("ArrowDown", "Escape");
    await expect(chip(2, "Trigger")).toContainText("if they clicked in the last email within");
    await keys.use(chip(2, "Delay"));
    await keys.goTo(page.getByRole("radio", { name: "At once" }));
    await keys.press("ArrowDown", "Escape");
    await expect(chip(2, "Delay")).toContainText("1 day later");
  });

  await test.step("steps are moved, removed and brought back", async () => {
    await keys.goTo(title(2), "Shift+Tab");
    await addStep("Wait", title(3));
    await keys.press("Alt+ArrowUp");
    await expect(title(2)).toHaveAccessibleName(/wait/u);
    await keys.press("Control+z");
    await expect(title(3)).toHaveAccessibleName(/wait/u);

    await keys.goTo(button("Move step 3"));
    // What is said aloud tells when the next key is heard.
    const said = page.locator("[id^=DndLiveRegion]");
    await keys.press("Space");
    await expect(said).toHaveText(/^(Picked up wait|Where it was)/u);
    await keys.press("ArrowUp");
    await expect(said).not.toHaveText(/^(Picked up wait|Where it was)/u);
    await keys.press("Space");
    await expect(title(2)).toHaveAccessibleName(/wait/u);
    await keys.goTo(title(2));
    await keys.press("Delete");
    await expect(title(3)).toBeHidden();
    await expect(title(2)).toHaveAccessibleName(/email/u);
  });

  await test.step("it goes live", async () => {
    await expect(page.getByRole("status").getByText("Saved")).toBeVisible();
    await keys.use(button("Go live…"));
    const dialog = page.getByRole("dialog", { name: "Go live with “Prices for leads”" });
    await keys.use(dialog.getByRole("button", { name: "Go live" }));
    await expect(page.getByText("“Prices for leads” is live.")).toBeVisible();
  });

  const mail = await mailTo(mailServer, "Ana", "Our prices");
  expect(mail.html).toContain("This is what it costs.");
  await mailTo(mailServer, "Ken", "Our prices");
  shop.pass(10 * MINUTE);
  expect(await click(mail, "See the prices")).toBe("https://example.com/prices");
  shop.pass(DAY + HOUR);
  await mailTo(mailServer, "Ana", "Which plan fits you?");
  shop.pass(4 * DAY);
  await expect.poll(() => subjectsTo(mailServer, "Ken")).toEqual(["Our prices"]);
  expect(await presses(), "presses of a mouse or a finger").toBe(0);
});

/** Counts what a mouse, a pen or a finger presses in the page. */
async function countPointerPresses(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    document.documentElement.dataset["pointerPresses"] = "0";
    function count(): void {
      const { dataset } = document.documentElement;
      dataset["pointerPresses"] = String(Number(dataset["pointerPresses"]) + 1);
    }
    addEventListener("pointerdown", count, true);
  });
  return async () => Number(await page.locator("html").getAttribute("data-pointer-presses"));
}
