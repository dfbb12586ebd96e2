import { DAY, HOUR, MINUTE } from "#core/shared/clock.ts";
import { addLeads, addStarter, mailTo, subjectsTo } from "../fixtures/leads.ts";
import { click, open, unsubscribe } from "../fixtures/recipient.ts";
import { expect, test } from "../fixtures/test.ts";

const WELCOME = /^Welcome/u;
const RESEND = "Did our first letter get lost?";
const CLICKED = "Which plan fits you?";

test("A campaign runs while the page is closed", async ({ shop, mailServer, page }) => {
  await addLeads(shop, "Ana", "Ken");
  const id = await addStarter(shop);

  await test.step("it goes live from its page", async () => {
    await page.goto(shop.url);
    await page.getByRole("link", { name: /Welcome leads/u }).click();
    await page.getByRole("button", { name: "Go live…" }).click();
    const dialog = page.getByRole("dialog", { name: "Go live with “Welcome leads”" });
    await expect(dialog).toContainText("2 people");
    await dialog.getByRole("button", { name: "Go live" }).click();
    await expect(page.getByText("“Welcome leads” is live.")).toBeVisible();
    await page.goto("about:blank");
  });

  await test.step("and sends without the page", async () => {
    const mail = await mailTo(mailServer, "Ana", WELCOME);
    expect(mail.text).toContain("Harbour Books");
    expect(mail.text).toContain("1 Quay Street, Harbourtown");
    expect(mail.headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
    await mailTo(mailServer, "Ken", WELCOME);
  });

  await test.step("also after a power cut", async () => {
    await shop.kill();
    await shop.start();
    shop.pass(3 * DAY + HOUR);
    await mailTo(mailServer, "Ana", RESEND);
    await mailTo(mailServer, "Ken", RESEND);
  });

  await page.goto(shop.url);
  await page.evaluate((path) => (location.hash = path), `/reports/${id}`);
  await expect(page.getByRole("heading", { name: "Welcome leads" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(/Sent\s*4/u);
  expect(mailServer.mails(), "nobody got a mail twice").toHaveLength(4);
});

test("Someone who clicked gets the other e-mail", async ({ shop, mailServer, page }) => {
  await addLeads(shop, "Ana", "Ken");
  const id = await addStarter(shop);
  await shop.client().campaigns.goLive({ id, existing: "start" });

  const mail = await mailTo(mailServer, "Ana", WELCOME);
  await mailTo(mailServer, "Ken", WELCOME);
  shop.pass(10 * MINUTE);
  expect(await click(mail, "our prices")).toBe("https://example.com/pricing");
  shop.pass(10 * MINUTE);
  await page.goto(shop.url);
  await page.getByRole("link", { name: /Welcome leads/u }).click();
  await expect(page.getByRole("main")).toContainText("1 waiting");
  shop.pass(2 * HOUR);
  const answer = await mailTo(mailServer, "Ana", CLICKED);
  expect(answer.html).toContain("plan");

  shop.pass(3 * DAY);
  await mailTo(mailServer, "Ken", RESEND);
  shop.pass(4 * DAY);
  await expect.poll(() => subjectsTo(mailServer, "Ken")).toHaveLength(3);
  expect(subjectsTo(mailServer, "Ken")).not.toContain(CLICKED);
  expect(subjectsTo(mailServer, "Ana")).toHaveLength(2);
});

test("Someone whose open was heard late is not told they did not open", async ({
  shop,
  mailServer,
  page,
}) => {
  await addLeads(shop, "Ana", "Ken");
  const id = await addStarter(shop);
  await shop.client().campaigns.goLive({ id, existing: "start" });
  const mail = await mailTo(mailServer, "Ana", WELCOME);
  await mailTo(mailServer, "Ken", WELCOME);

  await test.step("the laptop is closed; Ana opens; days go by", async () => {
    await shop.stop();
    shop.pass(DAY);
    await open(mail);
    shop.pass(2 * DAY + 2 * HOUR);
    await shop.start();
  });

  await mailTo(mailServer, "Ken", RESEND);
  await page.goto(shop.url);
  await page.evaluate((path) => (location.hash = path), `/reports/${id}`);
  await expect(page.getByText("opened the email in time")).toBeVisible();
  expect(subjectsTo(mailServer, "Ana")).toEqual([mail.subject]);
});

test("Unsubscribing stops everything at once", async ({ shop, mailServer, page }) => {
  await addLeads(shop, "Ana", "Ken");
  const id = await addStarter(shop);
  await shop.client().campaigns.goLive({ id, existing: "start" });
  const mail = await mailTo(mailServer, "Ana", WELCOME);
  await mailTo(mailServer, "Ken", WELCOME);

  await page.goto(shop.url);
  await page.getByRole("link", { name: "Contacts" }).click();
  await expect(page.getByText("ana@example.com")).toBeVisible();
  await unsubscribe(mail);
  shop.pass(10 * MINUTE);
  await expect(
    page.getByRole("row", { name: /ana@example.com/u }),
    "seen by itself on a page that is open",
  ).toContainText("Unsubscribed");

  shop.pass(3 * DAY + HOUR);
  await mailTo(mailServer, "Ken", RESEND);
  shop.pass(4 * DAY);
  await expect.poll(() => subjectsTo(mailServer, "Ken")).toHaveLength(3);
  expect(subjectsTo(mailServer, "Ana")).toHaveLength(1);

  await test.step("also when she is imported or added again", async () => {
    await expect(
      shop.client().campaigns.enroll({
        id,
        contactIds: (await shop.client().contacts.list({ query: "ana@" })).rows.map(
          (row) => row.id,
        ),
      }),
    ).resolves.toMatchObject({ started: 0 });
  });
});

test("The report says who clicked which link", async ({ shop, mailServer, page }) => {
  await addLeads(shop, "Ana", "Ken", "Bo");
  const id = await addStarter(shop);
  await shop.client().campaigns.goLive({ id, existing: "start" });
  const [ana, ken] = [
    await mailTo(mailServer, "Ana", WELCOME),
    await mailTo(mailServer, "Ken", WELCOME),
  ];
  await mailTo(mailServer, "Bo", WELCOME);

  await page.goto(shop.url);
  await page.getByRole("link", { name: "Reports" }).click();
  await page.getByRole("link", { name: "Welcome leads" }).click();
  await expect(page.getByRole("main")).toContainText(/Sent\s*3/u);
  shop.pass(10 * MINUTE);
  await click(ana, "our prices");
  await open(ken);
  shop.pass(10 * MINUTE);

  await test.step("numbers follow by themselves", async () => {
    await expect(page.getByRole("main")).toContainText(/Open rate\s*66.7 %/u);
    await expect(page.getByRole("main")).toContainText(/Click rate\s*33.3 %/u);
  });
  await page.getByRole("link", { name: "Welcome", exact: true }).first().click();
  await expect(page.getByRole("heading", { name: "Welcome" }).first()).toBeVisible();
  const row = page.getByRole("row", { name: /our prices/u });
  await row.getByRole("link", { name: /^1, Clicked/u }).click();
  await expect(page.getByText("ana@example.com")).toBeVisible();
  await expect(page.getByText("ken@example.com")).toBeHidden();
});
