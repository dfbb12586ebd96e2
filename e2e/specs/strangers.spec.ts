import { request as httpRequest } from "node:http";
import { WebSocket } from "ws";
import { expect, test } from "../fixtures/test.ts";

/** What the host answers to somebody who tries to talk to it: an HTTP status, or "open". */
function tryToTalk(
  url: string,
  { origin, host, token }: { origin?: string; host?: string; token?: string },
): Promise<number | "open"> {
  const socket = new WebSocket(url, ["dripline.v1", ...(token ? [`token.${token}`] : [])], {
    ...(origin === undefined ? {} : { origin }),
    headers: host === undefined ? {} : { host },
  });
  return new Promise((resolve) => {
    socket.on("unexpected-response", (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on("open", () => {
      resolve("open");
      socket.close();
    });
    socket.on("error", () => {});
  });
}

test("A stranger's page cannot talk to Dripline", async ({ dripline, page }) => {
  const { host, origin, hash } = new URL(dripline.url);
  const token = hash.replace("#token=", "");
  const socket = `ws://${host}/ws`;

  expect(await tryToTalk(socket, { origin, token }), "our own page").toBe("open");
  expect(await tryToTalk(socket, { origin }), "our page without the token").toBe(401);
  expect(await tryToTalk(socket, { origin, token: "A".repeat(43) }), "a guess").toBe(401);
  expect(await tryToTalk(socket, { origin: "https://evil.example", token })).toBe(403);
  expect(await tryToTalk(socket, { origin: "null", token })).toBe(403);
  expect(await tryToTalk(socket, { token }), "without an origin").toBe(403);
  expect(
    await tryToTalk(socket, { origin, token, host: "evil.example" }),
    "a name that was made to lead here (DNS rebinding)",
  ).toBe(403);

  await test.step("another site's page, in a real browser", async () => {
    await page.route("https://evil.example/", (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>Evil</title>" }),
    );
    await page.goto("https://evil.example/");
    const outcome = await page.evaluate(
      ([address = "", secret = ""]) =>
        new Promise((resolve) => {
          const stranger = new WebSocket(address, ["dripline.v1", `token.${secret}`]);
          stranger.addEventListener("open", () => resolve("open"));
          stranger.addEventListener("error", () => resolve("refused"));
        }),
      [socket, token],
    );
    expect(outcome).toBe("refused");
  });
});

test("The page keeps its key in memory alone", async ({ dripline, page }) => {
  await page.goto(dripline.url);
  await expect(page.getByRole("heading", { name: "Welcome to Dripline" })).toBeVisible();
  const token = new URL(dripline.url).hash.replace("#token=", "");
  expect(page.url(), "gone from the address bar and the history").not.toContain(token);
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  );
  expect(kept).not.toContain(token);

  await page.reload();
  await expect(
    page.getByRole("heading", { name: "Open the address Dripline printed" }),
  ).toBeVisible();
});

test("A page that was loaded again is opened again in the same tab, where it was", async ({
  shop,
  page,
}) => {
  await page.goto(shop.url);
  await page.getByRole("link", { name: "Segments" }).click();
  await page.reload();
  await expect(page.getByText("you come back to the page you were on")).toBeVisible();

  await page.goto(shop.url);
  await expect(page.getByRole("heading", { name: "Segments and goals" })).toBeVisible();
  expect(page.url()).toMatch(/#\/segments$/u);
});

test("The page comes with a strict policy, and only under its own name", async ({ dripline }) => {
  const { origin, port } = new URL(dripline.url);
  const answer = await fetch(origin);
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  const status = await new Promise((resolve) => {
    httpRequest({ host: "127.0.0.1", port, headers: { host: "evil.example" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });
  expect(status).toBe(403);
});
