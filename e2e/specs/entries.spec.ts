import { addLeads, addStarter, mailTo } from "../fixtures/leads.ts";
import { expect, test } from "../fixtures/test.ts";
import { ImportPage } from "../pages/import-page.ts";
import { Keyboard } from "../pages/keyboard.ts";

test("People can choose who comes into a campaign with the keyboard alone", async ({
  shop,
  page,
}) => {
  const id = await addStarter(shop);
  await page.goto(shop.url);
  await page.getByRole("link", { name: "Welcome leads" }).first().click();
  const keys = new Keyboard(page);
  const chip = page.getByRole("button", { name: /^Entry 1:/u });
  const kind = page.getByRole("button", { name: /Starts when someone$/u });

  async function choose(name: string) {
    await keys.goTo(kind, "Shift+Tab");
    await keys.press("Enter");
    await expect(page.getByRole("option").first()).toBeVisible();
    await keys.type(name);
    await expect(page.getByRole("option", { name })).toBeFocused();
    await keys.press("Enter");
    await expect(kind).toContainText(name);
  }

  await keys.use(chip);
  await expect(kind).toBeVisible();
  await choose("Comes to a date of theirs");
  await expect(page.getByText("No field holds dates yet.")).toBeVisible();
  await choose("Finishes another campaign");
  await expect(page.getByText("There is no other campaign yet.")).toBeVisible();
  await choose("Clicks a link");
  await keys.goTo(page.getByRole("combobox", { name: "Link to" }));
  await keys.type("example.com/pricing");
  await keys.press("Tab");
  await keys.goTo(page.getByRole("checkbox", { name: "The pages below it too" }));
  await keys.press("Space", "Escape");
  await expect(chip).toBeFocused();
  await expect(chip).toHaveText("Entry 1: clicks a link to example.com/pricing or below");
  await keys.use(page.getByRole("button", { name: /^How often:/u }));
  await keys.goTo(page.getByRole("radio", { name: "Once ever" }));
  await keys.press("ArrowUp", "Escape");
  await expect
    .poll(async () => (await shop.client().campaigns.get({ id })).plan)
    .toMatchObject({
      entries: [{ kind: "link-clicked", url: "example.com/pricing", isBelow: true }],
      reentry: { kind: "per-event" },
    });
});

test("An import asks whether live campaigns start, and starts them for those it counted", async ({
  shop,
  mailServer,
  page,
}) => {
  const client = shop.client();
  await addLeads(shop, "Ana");
  const id = await addStarter(shop);
  const { draftRev, plan } = await client.campaigns.get({ id });
  const entries = [{ kind: "imported" as const }];
  await client.campaigns.saveDraft({ id, draftRev, plan: { ...plan, entries } });
  await client.campaigns.goLive({ id, existing: "only-new" });
  const imports = new ImportPage(page);
  await page.goto(shop.url);
  await imports.open();

  await test.step("also of a list that changes nobody", async () => {
    const known = Buffer.from("email,name\nana@example.com,Ana\n");
    await imports.choose({ name: "known.csv", mimeType: "text/csv", buffer: known });
    await imports.goOn();
    await page.getByRole("button", { name: "Start the dry run" }).click();
    await expect(page.getByText("A campaign can start for them all the same")).toBeVisible();
    await page.getByText("Yes, start right after the import").click();
    await expect(page.getByRole("button", { name: "Start for 1 contact" })).toBeEnabled();
    await page.getByText("No, only import them").click();
    await expect(page.getByRole("button", { name: "Start for 1 contact" })).toHaveCount(0);
    await imports.open();
  });

  const rows = "email,name\nana@example.com,Ana\nken@example.com,Ken\n";
  await imports.choose({ name: "fair.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
  await imports.goOn();
  await imports.dryRun();
  const asked = page.getByRole("radiogroup", { name: "Start it for these 2 people?" });
  await expect(asked.getByRole("radio", { name: "No, only import them" })).toBeChecked();
  await asked.getByText("Yes, start right after the import").click();
  await imports.import();
  await mailTo(mailServer, "Ken", /./u);
  await mailTo(mailServer, "Ana", /./u);
});
