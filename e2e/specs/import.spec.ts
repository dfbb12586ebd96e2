import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { addressOf, addLeads } from "../fixtures/leads.ts";
import { manyPeople } from "../fixtures/many-people.ts";
import { expect, test } from "../fixtures/test.ts";
import { ImportPage, LONG_JOB_MS } from "../pages/import-page.ts";

const SAMPLE = join(import.meta.dirname, "../../assets/sample-contacts.csv");

test("People can import a dirty list and see what was left out and why", async ({ shop, page }) => {
  const client = shop.client();
  const imports = new ImportPage(page);
  await page.goto(shop.url);
  await imports.open();
  await expect(page.getByText("Every list you import is kept here")).toBeVisible();

  await test.step("its columns are known by name and by what is in them", async () => {
    await imports.choose(SAMPLE);
    await expect(page.getByText("UTF-8 · separated by commas · with column names")).toBeVisible();
    await expect(imports.target("Email")).toHaveText("E-mail address");
    await expect(imports.target("First name")).toHaveText("First name");
    await expect(imports.target("Time zone")).toHaveText("Time zone");
    await expect(imports.target("Stage")).toHaveText("Stage");
    await expect(imports.target("Company")).toHaveText("New field…");
    await expect(page.getByText("15 of 16 columns will be imported")).toBeVisible();
  });

  await test.step("a column can become something else", async () => {
    await imports.target("Country").click();
    await page.getByRole("option", { name: "E-mail address" }).click();
    await expect(page.getByText("“Email” goes there already.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Continue" })).toBeDisabled();
    await imports.target("Country").click();
    await page.getByRole("option", { name: "Leave out" }).click();
    await page
      .getByRole("textbox", { name: "Name of the new field for “Company”" })
      .fill("Business");
    await imports.goOn();
    await page.getByRole("combobox", { name: "Give everyone of this file a tag" }).fill("fair");
    await page.keyboard.press("Tab");
  });

  await test.step("the dry run says what would happen, and does nothing", async () => {
    await imports.dryRun();
    expect(await imports.count("Rows")).toBe("500");
    expect(await imports.count("New")).toBe("455");
    expect(await imports.count("Updated")).toBe("0");
    expect(await imports.count("Twice in the file")).toBe("16");
    expect(await imports.count("Not valid")).toBe("29");
    await expect(imports.leftOutRow(19)).toContainText("There is no @ sign in the e-mail address.");
    await expect(imports.leftOutRow(19)).toContainText("lena.vogt at booksvogt.example.com");
    expect((await client.contacts.list({})).total).toBe(0);
  });

  await test.step("it is out of date once something is chosen differently, also after a reload", async () => {
    await page.getByRole("link", { name: "Choices" }).click();
    await page.getByText("Overwrite with the file").click();
    await page.getByRole("link", { name: "Dry run" }).click();
    await expect(page.getByText("This dry run is out of date")).toBeVisible();
    const { hash } = new URL(page.url());
    await page.goto("about:blank");
    await page.goto(shop.url);
    await expect(page.getByRole("link", { name: "Contacts", exact: true })).toBeVisible();
    await page.evaluate((path) => (location.hash = path), hash);
    await expect(page.getByText("This dry run is out of date")).toBeVisible();
    await page.getByRole("link", { name: "Columns" }).click();
    await expect(
      page.getByRole("textbox", { name: "Name of the new field for “Company”" }),
    ).toHaveValue("Business");
    await expect(imports.target("Country")).toHaveText("Leave out");
    await imports.goOn();
    await imports.dryRun();
  });

  await test.step("the result counts the same, and every row left out has its reason", async () => {
    await imports.import();
    await expect(page.getByText("Imported: 455 new")).toBeVisible();
    await expect(page.getByText("29 rows were left out.")).toBeVisible();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save them as a file" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("sample-contacts-left-out.csv");
    const text = (await readFile(await file.path(), "utf8")).replace(/^\ufeff/u, "");
    const { data } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(29);
    expect(data.every((row) => (row["Why it was left out"] ?? "").endsWith("."))).toBe(true);
    expect(data[0]).toMatchObject({
      Email: "lena.vogt at booksvogt.example.com",
      "Last name": "Vogt",
      "Row in the original file": "19",
      "Why it was left out": "There is no @ sign in the e-mail address.",
    });
  });

  await test.step("the people are in the list, clean", async () => {
    await page.getByRole("link", { name: "Show the contacts" }).click();
    await page.getByRole("searchbox").fill("ximena");
    const row = page.getByRole("row", { name: /ximena\.ortega/u });
    await expect(row).toContainText("Ximena Ortega");
    await expect(row).toContainText("Lead");
    const { rows } = await client.contacts.list({ query: "ximena.ortega" });
    const ximena = await client.contacts.get({ id: rows[0]?.id ?? "" });
    expect(ximena.tags).toContain("fair");
    expect(ximena.fields).toMatchObject({ business: 'Café "Ortega"', city: "Ciudad de México" });
    expect(ximena.fields).not.toHaveProperty("country");
  });

  await test.step("and gone again when it is undone", async () => {
    await imports.open();
    await expect(page.getByRole("row", { name: /sample-contacts\.csv/u })).toContainText("455 new");
    await page.getByRole("button", { name: "Undo sample-contacts.csv" }).click();
    const dialog = page.getByRole("alertdialog", { name: /Undo the import of/u });
    await dialog.getByRole("button", { name: "Undo the import" }).click();
    await expect(page.getByRole("row", { name: /sample-contacts\.csv/u })).toContainText("Undone");
    await page.getByRole("link", { name: "Contacts", exact: true }).first().click();
    await expect(page.getByText("No contacts yet")).toBeVisible();
    expect((await client.contacts.list({})).total).toBe(0);
  });
});

test("An import that is cancelled leaves everything as it was", async ({ folder, shop, page }) => {
  test.setTimeout(2 * LONG_JOB_MS);
  const client = shop.client();
  const ids = await addLeads(shop, "Ana", "Ken");
  const people = async () =>
    Promise.all([...ids.values()].map(async (id) => client.contacts.get({ id })));
  const before = await people();
  const imports = new ImportPage(page);
  await page.goto(shop.url);
  await imports.open();
  await imports.choose(manyPeople(folder, 100_000, `${addressOf("Ana")},Anna,Other,Rome,3`));
  await imports.goOn();
  await page.getByText("Overwrite with the file").click();
  await imports.dryRun();
  expect(await imports.count("Updated")).toBe("1");
  await imports.import();
  await expect
    .poll(async () => (await client.contacts.list({ limit: 1 })).total, { timeout: LONG_JOB_MS })
    .toBeGreaterThan(1000);
  await page.getByRole("button", { name: "Cancel the import" }).click();

  await expect(page.getByText("This import was stopped")).toBeVisible({ timeout: LONG_JOB_MS });
  await expect(page.getByText("Every contact is as it was before.")).toBeVisible();
  expect(await people()).toEqual(before);
  expect((await client.contacts.list({})).total).toBe(2);
});

test("A file that is no list is refused with a sentence that says what to do", async ({
  shop,
  page,
}) => {
  const imports = new ImportPage(page);
  await page.goto(shop.url);
  await imports.open();

  await imports.choose({ name: "empty.csv", mimeType: "text/csv", buffer: Buffer.alloc(0) });
  await expect(page.getByRole("alert")).toContainText("This file is empty. Choose another one.");

  await page.getByRole("link", { name: "Import another file" }).click();
  const bytes = Buffer.from(Array.from({ length: 4096 }, (_, place) => (place * 37) % 256));
  await imports.choose({ name: "photo.csv", mimeType: "text/csv", buffer: bytes });
  await expect(page.getByRole("alert")).toContainText(
    "This file is not text, so it cannot be a CSV file.",
  );
  await expect(page.getByRole("alert")).toContainText("save or export the list as CSV");

  await page.getByRole("link", { name: "Import another file" }).click();
  await expect(page.getByRole("row", { name: /photo\.csv/u })).toContainText("Not imported");
  expect((await shop.client().contacts.list({})).total).toBe(0);
});
