import { expect, test } from "../fixtures/test.ts";

test("A time zone there is none of leaves the one before, and says so", async ({ shop, page }) => {
  await page.goto(shop.url);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "Business" }).click();
  const zone = page.getByRole("combobox", { name: "Your time zone" });
  const main = page.getByRole("main");
  await expect(zone).toHaveValue("Europe/Berlin");

  for (const leave of ["Tab", "Enter"]) {
    await zone.fill("Mars");
    await zone.press(leave);
    await expect(zone).toHaveValue("Europe/Berlin");
    await page.getByRole("textbox", { name: "Postal address" }).focus();
    await expect(main).toContainText(
      "Nothing was chosen for “Mars”, so it is still “Europe/Berlin”.",
    );
  }

  await zone.fill("europe/lisbon");
  await zone.press("Tab");
  await expect(zone).toHaveValue("Europe/Lisbon");
  await expect(main).not.toContainText("Nothing was chosen");
  // Loading the page again would forget it, so the browser asks first.
  const asked = page.waitForEvent("dialog");
  const reload = page.evaluate(() => {
    setTimeout(() => {
      location.reload();
    });
  });
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await reload;
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Business saved")).toBeVisible();
  expect((await shop.client().settings.get({})).business.zone).toBe("Europe/Lisbon");
});
