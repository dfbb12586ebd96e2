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

test("A goal's value takes a decimal comma, and asks where a number can be read in two ways", async ({
  shop,
  page,
}) => {
  await page.goto(shop.url);
  await page.getByRole("link", { name: "Segments" }).click();
  await page.getByRole("button", { name: "New goal" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Signed");
  await dialog.getByText("I mark it by hand").click();
  const value = dialog.getByRole("spinbutton", { name: "Value" });
  const save = dialog.getByRole("button", { name: "Save goal" });

  await value.fill("1,234");
  await save.click();
  await expect(dialog).toContainText("“1,234” can be read in two ways");
  await expect(value).toHaveValue("1,234");

  await value.fill("49,50");
  await value.press("ArrowUp");
  await expect(value).toHaveValue("50.50");
  await value.fill("49,50");
  await save.click();
  await expect(dialog).toBeHidden();
  const goals = await shop.client().goals.list({});
  expect(goals.find(({ name }) => name === "Signed")?.valueCents).toBe(4950);
});
