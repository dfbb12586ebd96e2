// One life of the engine under the kill drill: sends what it can until it is killed, or everything is done.
import { createApp } from "../app.ts";
import { systemClock, systemRandom } from "../host/system-ports.ts";
import { silentLog } from "../shared/log.ts";
import { openSecretBox } from "../test-world.ts";

const [dataFolder = ""] = process.argv.slice(2);
const app = await createApp({
  dataFolder,
  assetsFolder: "",
  clock: systemClock,
  random: systemRandom,
  secrets: openSecretBox,
  fetch: globalThis.fetch,
  log: silentLog,
  world: "real",
});
app.start();
for (;;) {
  await app.engine.runDue();
  if (app.engine.nextDueAt() === null) break;
  await systemClock.sleep(20);
}
await app.stop();
