import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assert, must } from "../shared/assert.ts";
import { readRelayKey, signToken } from "../tracking/token.ts";
import { checkRelay } from "./conformance.ts";

let folder: string;
let program: string;
const running = new Set<ChildProcess>();

// The relay as it is put on a server: one file, and nothing beside it.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "relay-run-"));
  program = join(folder, "relay.js");
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const bundle = await rolldown({
    input: join(import.meta.dirname, "main.ts"),
    platform: "node",
    resolve: { conditionNames: ["node", "import"] },
  });
  const { output } = await bundle.write({ file: program, codeSplitting: false });
  assert(output.length === 1, "the relay is one file");
});
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function launch(args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [program, "--data", join(folder, "data"), ...args]);
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

async function run(...args: string[]): Promise<Ended> {
  const child = launch(args);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said };
}

async function listen(...args: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = launch(["--port", "0", ...args]);
  for await (const line of createInterface(must(child.stdout))) {
    const url = /listens at (\S+)/u.exec(line)?.[1];
    if (url) return { child, url };
  }
  throw new Error("the relay ended before it listened");
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

test("a relay in one file is set up, run, killed, given another key, and loses nothing", async () => {
  expect(await run()).toMatchObject({ code: 1, said: expect.stringContaining("--init") });

  const made = await run("--init");
  const key = must(/dr1_\S+/u.exec(made.said))[0];
  const keys = must(readRelayKey(key));
  expect(made.code).toBe(0);
  expect(await run("--init")).toMatchObject({
    code: 1,
    said: expect.stringContaining("--new-key"),
  });
  const stored = readFileSync(join(folder, "data", "relay-keys.json"), "utf8");
  expect(stored).not.toContain(keys.pull);

  const first = await listen();
  const lines = await checkRelay(fetch, { url: first.url, key }, "abc");
  expect(lines.filter(({ isOk }) => !isOk)).toEqual([]);
  const unsubscribe = `/u/${signToken(keys.signing, "u", { s: "old-mail" })}`;
  expect((await fetch(first.url + unsubscribe, { method: "POST" })).status).toBe(200);
  await kill(first.child, "SIGKILL");

  const renewed = must(readRelayKey(must(/dr1_\S+/u.exec((await run("--new-key")).said))[0]));
  const second = await listen();
  const asked = `${second.url}/v1/events?kind=u`;
  expect((await fetch(asked, { headers: { "X-Relay-Key": keys.pull } })).status).toBe(401);
  const answer = await fetch(asked, { headers: { "X-Relay-Key": renewed.pull } });
  expect(await answer.text()).toContain('"old-mail"');
  expect((await fetch(second.url + unsubscribe, { method: "POST" })).status).toBe(200);
  await kill(second.child, "SIGTERM");
});

test.each([
  ["a strange option", ["--prot", "1"], "--port N"],
  ["a strange port", ["--port", "99999"], "1 to 65535"],
  ["a strange site", ["--site", "shop"], "https://shop.example.com"],
])("%s is refused with what to do", async (_, args, sentence) => {
  await run("--init");
  expect(await run(...args)).toMatchObject({ code: 1, said: expect.stringContaining(sentence) });
});

test("damaged keys are told, never replaced", async () => {
  const path = join(folder, "data", "relay-keys.json");
  const whole = readFileSync(path, "utf8");
  writeFileSync(path, whole.slice(0, 40));
  expect(await run()).toMatchObject({ code: 1, said: expect.stringContaining("backup") });
  expect((await run("--new-key")).code).toBe(1);
  expect(readFileSync(path, "utf8")).toBe(whole.slice(0, 40));
  writeFileSync(path, whole);
});
