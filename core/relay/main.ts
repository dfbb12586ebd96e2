import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

// The command of the relay: `relay --data DIR --port N --host ADDRESS`.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(`The relay needs Node 22.13 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

const { startRelay } = await import("./start-relay.ts");
const { readRelayKey, writeRelayKey } = await import("../tracking/token.ts");
const { values } = parseArgs({
  options: {
    data: { type: "string", default: "relay-data" },
    port: { type: "string", default: "8787" },
    host: { type: "string", default: "127.0.0.1" },
  },
});

mkdirSync(values.data, { recursive: true });
const keyPath = join(values.data, "relay.key");
const isNew = process.env["RELAY_KEY"] === undefined && !existsSync(keyPath);
if (isNew) writeFileSync(keyPath, writeRelayKey(randomBytes(64)), { mode: 0o600 });
const key = process.env["RELAY_KEY"] ?? readFileSync(keyPath, "utf8").trim();
const keys = readRelayKey(key);
if (!keys) {
  console.error(
    `The relay key in ${keyPath} is damaged. Put the one from Dripline's recovery file there.`,
  );
  process.exit(1);
}

try {
  const relay = await startRelay({
    dataFolder: values.data,
    keys,
    host: values.host,
    port: Number(values.port),
    now: Date.now,
    newEpoch: randomBytes(9).toString("base64url"),
  });
  console.log(`The relay listens at ${relay.url}`);
  if (isNew) console.log(`Relay key, to paste into Dripline under Settings → Relay: ${key}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => void relay.close().then(() => process.exit(0)));
} catch (error) {
  console.error(
    `The relay cannot start: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(1);
}
