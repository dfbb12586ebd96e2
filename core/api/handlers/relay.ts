import type { AreaHandlers } from "../../contract/contract-schema.ts";
import { CallFailed } from "../../contract/failure.ts";
import { tokenOf } from "../../engine/message-identity.ts";
import { checkRelay } from "../../relay/conformance.ts";
import { readRelayUrl } from "../../relay/pull.ts";
import { makeId } from "../../shared/id.ts";
import { getMeta } from "../../storage/meta.ts";
import { getSource, removeSource, saveRelaySource } from "../../storage/sources.ts";
import { readRelayKey } from "../../tracking/token.ts";
import type { AppParts } from "../app-parts.ts";
import { done } from "../done.ts";

export function relayHandlers(parts: AppParts): AreaHandlers<"relay"> {
  const { db, secrets, changes, engine } = parts;

  function readUrl(text: string): string {
    const read = readRelayUrl(text);
    if ("problem" in read) throw new CallFailed({ code: "invalid", message: read.problem });
    return read.url;
  }

  async function readKey(key: string | null): Promise<string> {
    const sealed = getSource(db, "relay")?.sealedKey ?? null;
    if (key === null && sealed === null)
      throw new CallFailed({
        code: "invalid",
        message: "Paste the relay key that was shown when the relay was set up.",
      });
    const text = key ?? (await secrets.open(sealed ?? ""));
    if (!readRelayKey(text))
      throw new CallFailed({
        code: "invalid",
        message:
          "This is not a relay key. It begins with dr1_ and was shown when the relay was set up.",
      });
    return text;
  }

  return {
    get() {
      const source = getSource(db, "relay");
      return {
        url: source?.url ?? null,
        hasKey: source?.sealedKey !== undefined && source.sealedKey !== null,
        isLocal:
          source?.sealedKey !== undefined && source.sealedKey === getMeta(db, "local_relay_key"),
        lastHeardAt: source?.lastHeardAt ?? null,
        watermark: source && source.watermark > 0 ? source.watermark : null,
        problem: source?.lastProblem ?? null,
        notice: null,
      };
    },
    async save({ url, key }) {
      const address = readUrl(url);
      const sealed = await secrets.seal(await readKey(key));
      saveRelaySource(db, address, sealed);
      changes.tell("relay", "campaigns");
      engine.kick();
      return done;
    },
    remove() {
      removeSource(db, "relay");
      changes.tell("relay", "campaigns");
      return done;
    },
    async test({ url, key }) {
      return checkRelay(
        parts.fetch,
        { url: readUrl(url), key: await readKey(key) },
        tokenOf(db, `relay-test|${makeId(parts.random)}`),
      );
    },
    async pullNow() {
      const heard = await engine.hearNow();
      engine.kick();
      return heard;
    },
    async startLocal() {
      const started = await parts.relay.start();
      changes.tell("relay", "campaigns");
      return started;
    },
  };
}
