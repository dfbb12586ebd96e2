import { expect, test } from "vitest";
import { defaultDataFolder } from "./data-folder.ts";

test.each([
  ["Linux", "linux", {}, "/home/ana", "/home/ana/.local/share/Dripline"],
  ["Linux with its own data home", "linux", { XDG_DATA_HOME: "/d" }, "/home/ana", "/d/Dripline"],
  ["Linux with a relative one", "linux", { XDG_DATA_HOME: "d" }, "/h", "/h/.local/share/Dripline"],
  ["macOS", "darwin", {}, "/Users/ana", "/Users/ana/Library/Application Support/Dripline"],
  ["Windows", "win32", { APPDATA: "C:\\R" }, "C:\\Users\\ana", "C:\\R\\Dripline"],
  ["Windows without APPDATA", "win32", {}, "C:\\U", "C:\\U\\AppData\\Roaming\\Dripline"],
])("On %s the data folder is in its usual place", (_name, platform, env, home, folder) => {
  expect(defaultDataFolder({ platform, env, home })).toBe(folder);
});
