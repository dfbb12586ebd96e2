import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { Pipe } from "../contract/wire.ts";
import { must } from "../shared/assert.ts";
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
    ["a page without an address, such as a sandboxed frame", { origin: "null" }, 403],
    ["a rebound name that passes for ours", { host: "evil.example" }, 403],
    ["no protocol of ours", { protocols: [`token.${TOKEN}`] }, 401],
  ])("refuses %s", async (_name, options, status) => {
    const before = pipes.length;
    expect(await upgrade(options)).toBe(status);
    expect(pipes.length).toBe(before);
  });
});

describe("the connection", () => {
  async function open(): Promise<{ socket: WebSocket; pipe: Pipe }> {
    const origin = `http://127.0.0.1:${server.port}`;
    const socket = new WebSocket(`${origin.replace("http", "ws")}/ws`, protocols, { origin });
    await new Promise((resolve) => socket.once("open", resolve));
    return { socket, pipe: must(pipes.at(-1)) };
  }
  const protocols = ["dripline.v1", `token.${TOKEN}`];

  test("carries messages both ways, and says only the protocol's name, never the token", async () => {
    const { socket, pipe } = await open();
    expect(socket.protocol).toBe("dripline.v1");
    const heard = new Promise((resolve) => pipe.onMessage(resolve));
    socket.send(JSON.stringify({ kind: "call", id: 1 }));
    expect(await heard).toEqual({ kind: "call", id: 1 });
    const answered = new Promise((resolve) => socket.once("message", (data) => resolve(data)));
    pipe.post({ kind: "result", id: 1, output: "ü" });
    expect(JSON.parse(String(await answered))).toEqual({ kind: "result", id: 1, output: "ü" });
    socket.close();
  });

  test.each([
    ["what is no JSON", "{"],
    ["bytes", Buffer.from([1, 2])],
  ])("is ended by %s, and says so to the core", async (_name, data) => {
    const { socket, pipe } = await open();
    const told: unknown[] = [];
    pipe.onMessage((message) => told.push(message));
    const closed = new Promise<void>((resolve) => pipe.onClose(resolve));
    const code = new Promise((resolve) => socket.once("close", resolve));
    socket.send(data);
    await closed;
    expect(await code).toBe(1007);
    expect(told).toEqual([]);
    pipe.post("too late, and no matter");
  });
});

test("every answer carries the policy, refusals too, and can be asked for by HEAD", async () => {
  const refused = await get("/nothing.js");
  expect(refused.headers["content-security-policy"]).toContain("default-src 'none'");
  const head = await get("/", {}, "HEAD");
  expect(head).toMatchObject({ status: 200, body: "" });
  expect(head.headers["cache-control"]).toBe("no-store");
  expect(head.headers["cross-origin-resource-policy"]).toBe("same-origin");
});

test("a page that is not built yet is told so", async () => {
  const bare = await serveHost({
    port: 0,
    token: TOKEN,
    pageFolder: join(folder, "nothing"),
    onConnection: () => undefined,
  });
  const answer = await fetch(`http://127.0.0.1:${bare.port}/`);
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("not built yet");
  await bare.close();
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
