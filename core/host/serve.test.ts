import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { Pipe } from "../contract/wire.ts";
import { serveHost, type HostServer } from "./serve.ts";

const TOKEN = "right-token";
let folder: string;
let server: HostServer;
const pipes: Pipe[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dripline-host-"));
  mkdirSync(join(folder, "page", "assets"), { recursive: true });
  writeFileSync(join(folder, "page", "index.html"), "<!doctype html><title>Dripline</title>");
  writeFileSync(join(folder, "page", "assets", "page.js"), "export {};");
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "secret.js"), "secret");
  server = await serveHost({
    port: 0,
    token: TOKEN,
    pageFolder: join(folder, "page"),
    onConnection: (pipe) => pipes.push(pipe),
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port: server.port, path, headers, method }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString()));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    })
      .on("error", reject)
      .end();
  });
}

/** Opened, or the HTTP status it was refused with. */
function upgrade(options: {
  origin?: string;
  host?: string;
  protocols?: string[];
}): Promise<"open" | number> {
  return new Promise((resolve) => {
    const headers = options.host === undefined ? {} : { Host: options.host };
    const socket = new WebSocket(
      `ws://127.0.0.1:${server.port}/ws`,
      options.protocols ?? ["dripline.v1", `token.${TOKEN}`],
      {
        origin: options.origin ?? `http://127.0.0.1:${server.port}`,
        headers,
      },
    );
    socket.on("open", () => {
      socket.close();
      resolve("open");
    });
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.on("error", () => undefined);
  });
}

describe("the page", () => {
  test("is served with a strict content policy", async () => {
    const answer = await get("/");
    expect(answer.status).toBe(200);
    const policy = String(answer.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  });
  test("brings its scripts", async () => {
    expect((await get("/assets/page.js")).headers["content-type"]).toContain("text/javascript");
  });
  test.each([
    "/../secret.js",
    "/%2e%2e/secret.js",
    "/assets/../../secret.js",
    "/..%2fsecret.js",
    "/secret.txt",
    "/nothing.js",
  ])("gives nothing away at %s", async (path) => {
    const answer = await get(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain("secret");
  });
  test("is not shown under another name, as a rebound one would be", async () => {
    expect((await get("/", { Host: `evil.example:${server.port}` })).status).toBe(403);
  });
  test("takes nothing but reading", async () => {
    expect((await get("/", {}, "POST")).status).toBe(405);
  });
});

describe("the socket: a stranger's page cannot talk to Dripline", () => {
  test("opens with the right token, origin and host", async () => {
    const before = pipes.length;
    expect(await upgrade({})).toBe("open");
    expect(pipes.length).toBe(before + 1);
  });
  test.each([
    ["a foreign origin", { origin: "https://evil.example" }, 403],
    ["the same name on another port", { origin: "http://127.0.0.1:1" }, 403],
    ["a rebound name", { host: "evil.example", origin: "http://evil.example" }, 403],
    ["a wrong token", { protocols: ["dripline.v1", "token.wrong-token"] }, 401],
    ["no token", { protocols: ["dripline.v1"] }, 401],
    ["no protocol of ours", { protocols: [`token.${TOKEN}`] }, 401],
  ])("refuses %s", async (_name, options, status) => {
    const before = pipes.length;
    expect(await upgrade(options)).toBe(status);
    expect(pipes.length).toBe(before);
  });
});

test("a taken port is told in a sentence", async () => {
  const second = serveHost({
    port: server.port,
    token: TOKEN,
    pageFolder: folder,
    onConnection: () => undefined,
  });
  await expect(second).rejects.toThrow(`Port ${server.port} is taken by another program`);
});
