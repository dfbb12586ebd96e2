import { expect, test } from "../fixtures/test.ts";

const pages = [
  ["/campaigns/gone", "This campaign is gone", "All campaigns"],
  ["/campaigns/gone/emails/gone", "This campaign is gone", "All campaigns"],
  ["/contacts/gone", "This contact is gone", "All contacts"],
  ["/segments/gone", "This segment is gone", "All segments"],
  ["/reports/gone", "This campaign is gone", "All reports"],
  ["/reports/gone/emails/gone", "This campaign is gone", "All reports"],
  ["/import/gone", "This import is gone", "All imports"],
  ["/settings/account/gone", "This account is gone", "The mail account"],
] as const;

test("A page of what is gone leads back to the list", async ({ shop, page }) => {
  await page.goto(shop.url);
  await expect(page.getByRole("heading", { level: 1, name: "Campaigns" })).toBeVisible();
  for (const [path, words, list] of pages)
    await test.step(path, async () => {
      await page.evaluate((to) => {
        location.hash = to;
      }, path);
      const main = page.getByRole("main");
      await expect(main.getByText(words)).toBeVisible();
      await expect(main.getByRole("button", { name: "Try again" })).toHaveCount(0);
      await main.getByRole("link", { name: list }).click();
      await expect(main.getByText(words)).toHaveCount(0);
      await expect(page).not.toHaveURL(/gone/u);
    });
});
