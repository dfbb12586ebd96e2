import { expect, type Locator, type Page } from "@playwright/test";

/** More presses than any page has places to stop at. */
const MOST_STOPS = 80;

/** A person who has no mouse: goes to things with Tab, and only then types or presses. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** One stroke after the other, as `Alt+ArrowUp`, wherever the focus is. */
  async press(...strokes: readonly string[]): Promise<void> {
    for (const stroke of strokes) await this.#page.keyboard.press(stroke);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Goes on with Tab, or back with Shift+Tab, until the thing has the focus. Fails where no Tab leads to it. */
  async goTo(target: Locator, stroke: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await expect(target).toBeVisible();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.#page.keyboard.press(stroke);
    }
    await expect(target, `no ${stroke} leads there`).toBeFocused({ timeout: 1 });
  }

  /** Goes to a button, link or chip and presses it. */
  async use(target: Locator, stroke: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await this.goTo(target, stroke);
    await this.#page.keyboard.press("Enter");
  }
}
