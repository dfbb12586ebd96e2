import { expect, test } from "../fixtures/test.ts";

test("A relay that was mended has been heard as soon as it is saved or tested", async ({
  shop,
  page,
  relay,
}) => {
  await shop.client().relay.save({ url: "http://127.0.0.1:9", key: relay.key });
  await page.goto(shop.url);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "Relay" }).click();
  const main = page.getByRole("main");
  await page.getByRole("button", { name: "Ask it now" }).click();
  await expect(main).toContainText("The relay could not be heard");

  await page.getByRole("textbox", { name: "Address" }).fill(relay.url);
  await page.getByRole("button", { name: "Save relay" }).click();
  await expect(main).not.toContainText("The relay could not be heard");
  await expect(main).toContainText(/Last heard\s*Mon 2 Mar 2026, 09:00 Berlin/u);

  shop.pass(60_000);
  await page.getByRole("button", { name: "Test my relay" }).click();
  await expect(main).toContainText("Takes the relay key");
  await expect(main).toContainText(/Last heard\s*Mon 2 Mar 2026, 09:01 Berlin/u);
});
