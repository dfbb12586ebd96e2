import { expect, type Locator, type Page } from "@playwright/test";

type GivenFile = string | { name: string; mimeType: string; buffer: Buffer };

/** A bound for a computer that is busy with other things; no story waits for it. */
export const LONG_JOB_MS = 600_000;

/** The import as a person goes through it. */
export class ImportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the list of contacts, by its button. */
  async open(): Promise<void> {
    await this.page.getByRole("link", { name: "Contacts", exact: true }).first().click();
    await this.page.getByRole("link", { name: "Import", exact: true }).click();
    await expect(this.page.getByRole("heading", { name: "Import contacts" })).toBeVisible();
  }

  async choose(file: GivenFile): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: "Choose a file…" }).click();
    await (await chooser).setFiles(file);
  }

  /** Where a column of the file goes, as its button says it. */
  target(header: string): Locator {
    return this.page.getByRole("button", { name: `“${header}” goes to`, exact: false });
  }

  async goOn(): Promise<void> {
    await this.page.getByRole("button", { name: "Continue" }).click();
  }

  async dryRun(): Promise<void> {
    await this.page.getByRole("button", { name: "Start the dry run" }).click();
    await expect(this.page.getByText("This is what would happen")).toBeVisible({
      timeout: LONG_JOB_MS,
    });
  }

  async import(): Promise<void> {
    await this.page.getByRole("button", { name: /^Import [\d,]+ contacts?$/u }).click();
  }

  /** The number that stands under a word. */
  async count(label: string): Promise<string> {
    const stat = this.page.locator("dl > div").filter({ hasText: label });
    return (await stat.locator("dd").first().textContent()) ?? "";
  }

  leftOutRow(row: number): Locator {
    return this.page
      .getByRole("table", { name: "Rows left out" })
      .getByRole("row", { name: new RegExp(`^${row} `, "u") });
  }
}
