import { addStarter } from "../fixtures/leads.ts";
import { expect, test } from "../fixtures/test.ts";

test("What a chip opens is seen whole, wherever on the page the chip stands", async ({
  shop,
  page,
}) => {
  const id = await addStarter(shop);
  await page.setViewportSize({ width: 1280, height: 640 });
  await page.goto(shop.url);
  await page.evaluate((path) => {
    location.hash = path;
  }, `/campaigns/${id}`);
  await page.getByRole("button", { name: /^Trigger: if they did not open/u }).click();
  const panel = page.getByRole("dialog", { name: "Trigger" });
  await expect(panel.getByRole("radiogroup").last()).toBeAttached();
  await expect
    .poll(() => panel.evaluate((node) => node.scrollHeight - node.clientHeight))
    .toBeLessThanOrEqual(1);
  const place = await panel.boundingBox();
  expect(place?.y).toBeGreaterThanOrEqual(0);
  expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual(640);
});
