import { randomBytes } from "node:crypto";
import { testRelay } from "./conformance.ts";
import { readRelayUrl } from "./pull.ts";
import { relayChecks } from "./relay-checks.ts";
import { strictChecks } from "./strict-checks.ts";

// `node core/relay/run-conformance.ts URL KEY` tries any deployment of a relay from outside. Not one in use: it
// leaves hundreds of events there.
const [address = "", key = ""] = process.argv.slice(2);
const relay = readRelayUrl(address);
if ("problem" in relay || key === "") {
  console.error("Give the address and the relay key: conformance URL KEY");
  if ("problem" in relay && address !== "") console.error(relay.problem);
  process.exitCode = 2;
} else {
  const checks = [...relayChecks, ...strictChecks];
  let passed = 0;
  let failed = 0;
  const messageId = randomBytes(8).toString("hex");
  for await (const line of testRelay(fetch, { url: relay.url, key }, messageId, checks)) {
    console.log(line.isOk ? `ok      ${line.name}` : `FAILED  ${line.name}: ${line.text}`);
    if (line.isOk) passed += 1;
    else failed += 1;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
