import { readRelayKey } from "../tracking/token.ts";
import { pullPage, unreachable } from "./pull.ts";
import { CheckStopped, createBench, type Bench } from "./relay-bench.ts";
import { relayChecks, type Check } from "./relay-checks.ts";

export interface CheckLine {
  readonly name: string;
  readonly isOk: boolean;
  readonly text: string;
}

type Fetch = typeof globalThis.fetch;

/** Before tokens of messages that never were, so that whoever looks into the events knows them. */
const TEST_TOKEN = "test-";
const WORKS = "Works.";
const NO_KEY =
  "This is not a relay key. It begins with dr1_ and was shown when the relay was set up.";

/**
 * Tries a relay from outside, with the links of a made-up message, and says what is right and wrong, a line
 * as soon as it is known. Leaves a few events behind which mean nothing to anybody. Ends early where the
 * relay does not take the key.
 */
export async function* testRelay(
  fetch: Fetch,
  relay: { readonly url: string; readonly key: string },
  messageId: string,
  checks: readonly Check[] = relayChecks,
): AsyncGenerator<CheckLine> {
  const name = "Takes the relay key";
  const keys = readRelayKey(relay.key);
  if (!keys) {
    yield { name, isOk: false, text: NO_KEY };
    return;
  }
  const pulled = await pullPage(
    fetch,
    { url: relay.url, pullKey: keys.pull },
    { after: 0, limit: 1 },
  );
  if ("problem" in pulled) {
    yield { name, isOk: false, text: pulled.problem };
    return;
  }
  yield { name, isOk: true, text: WORKS };
  const token = TEST_TOKEN + messageId;
  const bench = createBench(fetch, { url: relay.url, keys }, token, pulled.page.newest);
  for (const check of checks) yield runCheck(check, bench);
}

/** All lines of `testRelay` at once. */
export async function checkRelay(
  fetch: Fetch,
  relay: { readonly url: string; readonly key: string },
  messageId: string,
  checks: readonly Check[] = relayChecks,
): Promise<CheckLine[]> {
  const lines: CheckLine[] = [];
  for await (const line of testRelay(fetch, relay, messageId, checks)) lines.push(line);
  return lines;
}

async function runCheck({ name, run }: Check, bench: Bench): Promise<CheckLine> {
  const problem = await run(bench).catch((error: unknown) =>
    error instanceof CheckStopped ? error.message : unreachable(error).problem,
  );
  return { name, isOk: problem === undefined, text: problem ?? WORKS };
}
