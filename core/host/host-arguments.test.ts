import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { browserCommand } from "./open-browser.ts";
import { readHostArguments } from "./host-arguments.ts";

const computer = { platform: "linux", env: {}, home: "/home/ana" };
const usual = {
  dataFolder: "/home/ana/.local/share/Dripline",
  port: undefined,
  opensBrowser: true,
  isHelp: false,
};

describe("The command line", () => {
  test.each([
    ["nothing", [], {}],
    ["a folder", ["--data", "here"], { dataFolder: resolve("here") }],
    ["a port", ["--port", "5000"], { port: 5000 }],
    ["any port", ["--port=0"], { port: 0 }],
    ["no browser", ["--no-open", "--headless"], { opensBrowser: false }],
    ["help", ["--help"], { isHelp: true }],
  ])("understands %s", (_name, args, changes) => {
    expect(readHostArguments(args, computer)).toEqual({ ...usual, ...changes });
  });

  test.each([
    [["--port", "http"], "--port http is no port"],
    [["--port", "65536"], "--port 65536 is no port"],
    [["--data"], "--data"],
    [["--dta", "x"], "--dta"],
    [["x"], "x"],
  ])("refuses %j in words", (args, words) => {
    expect(() => readHostArguments(args, computer)).toThrow(words);
  });
});

describe("The browser is opened", () => {
  const url = "http://127.0.0.1:1/#token=a";
  test.each([
    ["on a Mac", "darwin", {}, "open"],
    ["on Windows", "win32", {}, "rundll32"],
    ["on Linux with a display", "linux", { DISPLAY: ":0" }, "xdg-open"],
    ["under Wayland", "linux", { WAYLAND_DISPLAY: "wayland-0" }, "xdg-open"],
    ["not without a display", "linux", {}, undefined],
  ])("%s", (_name, platform, env, file) => {
    const command = browserCommand(url, platform, env);
    expect(command?.file).toBe(file);
    expect(command?.args.at(-1)).toBe(command && url);
  });
});
