import { CallFailed } from "#core/contract/failure.ts";
import type { SecretBox } from "#core/shared/secret-box.ts";
import type { SecretQuestion } from "./core-messages.ts";

const PREFIX = "os1.";

export interface RemoteSecretBox extends SecretBox {
  /** Takes main's answer; null: the key store would not. */
  answer(id: number, text: string | null): void;
}

/**
 * The core's secret box in the desktop app. Only Electron's main process can reach the computer's key store, so it is
 * asked. Without a real key store secrets go to `fileBox`, which also opens what the headless host sealed in this folder.
 */
export function createRemoteSecretBox(
  hasKeyStore: boolean,
  fileBox: SecretBox,
  ask: (question: SecretQuestion) => void,
): RemoteSecretBox {
  const waiting = new Map<number, PromiseWithResolvers<string>>();
  let lastId = 0;

  function question(kind: SecretQuestion["kind"], text: string): Promise<string> {
    const answer = Promise.withResolvers<string>();
    const id = ++lastId;
    waiting.set(id, answer);
    ask({ kind, id, text });
    return answer.promise;
  }

  return {
    isStrong: hasKeyStore,
    async seal(plain) {
      return hasKeyStore ? PREFIX + (await question("seal", plain)) : fileBox.seal(plain);
    },
    open(sealed) {
      return sealed.startsWith(PREFIX)
        ? question("open", sealed.slice(PREFIX.length))
        : fileBox.open(sealed);
    },
    answer(id, text) {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (text === null) asked?.reject(keyStoreRefused());
      else asked?.resolve(text);
    },
  };
}

function keyStoreRefused(): CallFailed {
  return new CallFailed({
    code: "conflict",
    message:
      "This computer's key store did not give a saved password or key. Unlock it and try again, or enter the password again under Settings.",
  });
}
