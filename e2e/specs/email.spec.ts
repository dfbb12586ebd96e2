import { expect, test } from "../fixtures/test.ts";

test("An empty email says that it is empty, and a link needs somewhere to lead", async ({
  shop,
  page,
}) => {
  const { id } = await shop.client().campaigns.create({
    name: "News",
    goalId: null,
    segmentId: "leads",
    starterId: null,
  });
  await page.goto(shop.url);
  await page.evaluate((path) => {
    location.hash = path;
  }, `/campaigns/${id}`);
  await page.getByRole("button", { name: "Email", exact: true }).first().click();
  await page.getByRole("link", { name: "Write the email" }).click();

  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview).toContainText("This email is empty");
  await page.getByRole("textbox", { name: "Subject" }).fill("News");
  await page.getByRole("button", { name: "Add text" }).click();
  await expect(page.getByRole("textbox", { name: "Text", exact: true })).toBeFocused();
  await expect(preview).toContainText("This email is empty");
  await page.getByRole("button", { name: "Link" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a link" });
  const leadsTo = dialog.getByRole("textbox", { name: "Leads to" });
  for (const [typed, problem] of [
    ["", "Please enter where the link leads"],
    ["not a url", "“not a url” has a blank in its address."],
    ["prices", "“prices” is not a whole address. Begin it with https://."],
  ] as const) {
    await leadsTo.fill(typed);
    await dialog.getByRole("button", { name: "Add" }).click();
    await expect(dialog).toContainText(problem);
  }
  await leadsTo.fill("example.com/prices");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog).toBeHidden();
  await expect(preview).not.toContainText("This email is empty");
  // The frame before stays below until the next one is there.
  const shown = preview.locator("iframe").last().contentFrame();
  await expect(shown.getByRole("link").first()).toHaveText("https://example.com/prices");

  await page.getByRole("button", { name: "Add picture" }).click();
  await expect(page.getByText("put yours on your website first")).toBeVisible();
});
