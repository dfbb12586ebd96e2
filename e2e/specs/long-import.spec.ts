import { manyPeople } from "../fixtures/many-people.ts";
import { expect, test } from "../fixtures/test.ts";
import { watchFrames } from "../fixtures/watch-frames.ts";
import { ImportPage, LONG_JOB_MS } from "../pages/import-page.ts";

/** A person feels that a page hangs from about here on; a computer that is busy with other things needs the rest. */
const HANGS_MS = 1000;

test("People can go on working while 100,000 people are imported", async ({
  folder,
  shop,
  page,
}) => {
  test.setTimeout(2 * LONG_JOB_MS);
  const imports = new ImportPage(page);
  await page.goto(shop.url);
  await imports.open();
  const longestTask = await watchFrames(page);
  await imports.choose(manyPeople(folder, 100_000));
  await imports.goOn();
  await imports.dryRun();
  expect(await imports.count("New")).toBe("100,000");
  await imports.import();
  await expect(page.getByRole("progressbar", { name: "Importing" })).toBeVisible();

  await test.step("other pages open and answer meanwhile", async () => {
    await page.getByRole("link", { name: "Segments" }).click();
    await expect(page.getByRole("heading", { name: "Segments", level: 1 })).toBeVisible();
    await page.getByRole("link", { name: "Contacts", exact: true }).first().click();
    await expect(page.getByRole("row", { name: /@many\.example/u }).first()).toBeVisible();
    await page.getByRole("searchbox").fill("person.1@");
    await expect(page.getByRole("row", { name: /person\.1@many/u })).toBeVisible();
    await page.goBack();
    await page.goBack();
  });

  await expect(page.getByText("Imported: 100,000 new")).toBeVisible({ timeout: LONG_JOB_MS });
  expect(await longestTask(), "the page never hangs").toBeLessThan(HANGS_MS);
  expect((await shop.client().contacts.list({})).total).toBe(100_000);
});
