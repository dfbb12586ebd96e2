import { must } from "#core/shared/assert.ts";
import { addLeads } from "../fixtures/leads.ts";
import { expect, test } from "../fixtures/test.ts";

test("A segment takes a tag typed in full, an old one as well as a new one", async ({
  shop,
  page,
}) => {
  const [id] = (await addLeads(shop, "Ana")).values();
  await shop.client().contacts.addTag({ ids: [must(id)], tag: "webinar" });

  await page.goto(shop.url);
  await page.getByRole("link", { name: "Segments" }).click();
  await page.getByRole("link", { name: "New segment" }).click();
  await page.getByRole("button", { name: "Stage About" }).click();
  await page.getByRole("option", { name: "Tag", exact: true }).click();
  const tag = page.getByRole("combobox", { name: "Tag" });
  const preview = page.getByRole("complementary", { name: "Preview" });

  await test.step("one that somebody has, with Tab", async () => {
    await tag.pressSequentially("webinar");
    await tag.press("Tab");
    await expect(preview).toContainText("Has the tag “webinar”.");
    await expect(preview).toContainText("Ana");
  });

  await test.step("one that nobody has yet, with Enter", async () => {
    await tag.fill("fair");
    await tag.press("Enter");
    await expect(preview).toContainText("Has the tag “fair”.");
    await expect(tag).toHaveValue("fair");
  });
});
