import { must } from "#core/shared/assert.ts";
import { DAY } from "#core/shared/clock.ts";
import { startInPractice } from "../fixtures/start-in-practice.ts";
import { expect, test } from "../fixtures/test.ts";

test("People can see a whole campaign run before they have an account", async ({
  dripline,
  page,
}) => {
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const mails = page.getByRole("listbox", { name: "Mails" });
  const dialog = page.getByRole("dialog");

  await test.step("they say who they are, and are in practice", async () => {
    await page.goto(dripline.url);
    await page.getByRole("textbox", { name: "Name of your business" }).fill("Harbour Books");
    await page.getByRole("textbox", { name: "Postal address" }).fill("1 Quay Street, Harbourtown");
    await button("Start in practice mode").click();
    await expect(page.getByRole("region", { name: "Practice mode" })).toContainText(
      "Nothing leaves this computer",
    );
  });

  await test.step("they take made-up people and a starter campaign", async () => {
    await page.getByRole("link", { name: "Contacts" }).click();
    await button("Add sample contacts").click();
    await expect(page.getByRole("main")).toContainText("455 contacts");
    await page.getByRole("link", { name: "Campaigns" }).click();
    await button("New campaign: Leads, First purchase").click();
    await dialog.getByText("Lead → first purchase").click();
    await dialog.getByRole("textbox", { name: "Name" }).fill("Meet us");
    await dialog.getByRole("button", { name: "Create campaign" }).click();
    await button("Go live…").click();
    await expect(dialog).toContainText("every mail ends in the practice inbox");
    await dialog.getByRole("button", { name: "Go live" }).click();
    await expect(page.getByText("“Meet us” is live.")).toBeVisible();
  });

  const reader = "bjorn.holm@hotelholm.example.org";
  await test.step("they read a mail as its recipient, and click in it", async () => {
    await page.getByRole("link", { name: "Practice inbox" }).click();
    await button("To what comes next").click();
    await page.getByRole("searchbox", { name: "Search recipients" }).fill(reader);
    await expect(mails.getByRole("option")).toHaveCount(1);
    await mails.getByRole("option", { name: /Welcome, Bjørn/u }).click();
    const mail = page.locator("iframe").first().contentFrame();
    await expect(mail.locator("body")).toContainText("Hello Bjørn");
    await expect(mail.locator("body")).toContainText("1 Quay Street, Harbourtown");
    await button("Click a link…").click();
    await page.getByRole("menuitem", { name: "our prices" }).click();
    await expect(page.getByText("Went to https://example.com/pricing.")).toBeVisible();
  });

  await test.step("days pass, and who clicked gets the other e-mail", async () => {
    await button("+1 day").click();
    await expect(mails.getByRole("option", { name: /Which plan fits you/u })).toBeVisible();
  });

  await test.step("they turn the page to the older mails", async () => {
    await page.getByRole("searchbox", { name: "Search recipients" }).fill("");
    await expect(mails.getByRole("option")).toHaveCount(100);
    await button("Older mails").click();
    await expect(page.getByText(/^101–\d+ of \d+$/u)).toBeVisible();
    await expect(mails.getByRole("option").first()).toBeVisible();
    await expect(button("Newer mails")).toBeEnabled();
  });

  await test.step("the report says that one person clicked", async () => {
    await page.getByRole("link", { name: "Reports" }).click();
    await page.getByRole("link", { name: "Meet us" }).click();
    await expect(page.getByRole("main")).toContainText(/Click rate[\d.\s%]*1 person/u);
  });

  await test.step("the campaign is made real, as a draft that sends nothing", async () => {
    await page.getByRole("link", { name: "Open campaign" }).click();
    await button("More about the campaign").click();
    await page.getByRole("menuitem", { name: "Make it real…" }).click();
    await dialog.getByRole("button", { name: "Copy it" }).click();
    await dialog.getByRole("button", { name: "Go there" }).click();
    await expect(page.getByRole("heading", { name: "Meet us" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Draft");
    await expect(page.getByRole("region", { name: "Practice mode" })).toBeHidden();
    expect((await dripline.client().contacts.list({ query: "" })).total).toBe(0);
  });
});

test("A page whose engine is gone says that what it shows may be old", async ({ shop, page }) => {
  await page.goto(shop.url);
  await page.getByRole("link", { name: "Contacts" }).click();
  await expect(page.getByRole("main")).toContainText("No contacts yet");
  await shop.kill();
  await expect(page.getByText("The engine is not answering; trying again.")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("No contacts yet");
});

test("Nothing in a name, a tag or an email runs as a script", async ({ shop, page }) => {
  const SCRIPT = `<img src="x" onerror="top.hacked = true"><script>top.hacked = true</script>`;
  const { campaigns, contacts, emails, practice } = shop.client("practice");
  const { id: contactId } = await contacts.save({
    id: null,
    address: "ana@example.com",
    firstName: SCRIPT,
    lastName: null,
    stageId: "lead",
    zone: null,
    fields: {},
    trackingConsent: null,
  });
  await contacts.addTag({ ids: [contactId], tag: SCRIPT.slice(0, 80) });
  const { id } = await campaigns.create({
    name: SCRIPT,
    goalId: null,
    segmentId: "leads",
    starterId: "welcome-and-split",
  });
  const step = (await campaigns.get({ id })).plan.steps.find(({ kind }) => kind === "email");
  const place = { campaignId: id, stepId: must(step).id };
  const { content } = await emails.get(place);
  const text = `<p>Hello {{ contact.first_name }} ${SCRIPT}<a href="javascript:top.hacked=true">go</a></p>`;
  await emails.save({
    ...place,
    content: {
      ...content,
      blocks: [...content.blocks, { id: "hostile", kind: "text", html: text }],
    },
  });
  await campaigns.goLive({ id, existing: "start" });
  await practice.advance({ by: { kind: "ms", ms: DAY } });

  await startInPractice(page);
  await page.goto(shop.url);
  const seen = async (path: string, words: string | RegExp) => {
    await page.evaluate((to) => (location.hash = to), path);
    await expect(page.getByRole("main")).toContainText(words);
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => "hacked" in window), `a script ran at ${path}`).toBe(false);
  };
  await seen("/", "onerror");
  await seen("/contacts", "onerror");
  await seen(`/contacts/${contactId}`, "onerror");
  await seen(`/campaigns/${id}`, "onerror");
  await seen(`/campaigns/${id}/emails/${place.stepId}`, "Hello");
  await expect(page.locator("iframe").first().contentFrame().locator("body")).toContainText(
    "Hello",
  );
  await seen("/practice", "onerror");
  await expect(page.locator("iframe").first().contentFrame().locator("body")).toContainText(
    "Hello",
  );
  await seen(`/reports/${id}`, "onerror");
});
