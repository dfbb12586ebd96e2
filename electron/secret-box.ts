import type { SafeStorage } from "electron";
import type { SecretQuestion, ToCore } from "./core-messages.ts";

type KeyStore = Pick<
  SafeStorage,
  | "isAsyncEncryptionAvailable"
  | "encryptStringAsync"
  | "decryptStringAsync"
  | "getSelectedStorageBackend"
>;

/**
 * True where secrets are kept by the system: Keychain, DPAPI, or a Linux keyring. On Linux without one, Chromium falls
 * back to "basic_text", a key everybody knows (https://electronjs.org/docs/api/safe-storage), which is worse than a key
 * file; the core then uses the file, and the owner is told that the store is weak.
 */
export async function hasKeyStore(store: KeyStore, platform: string): Promise<boolean> {
  try {
    if (!(await store.isAsyncEncryptionAvailable())) return false;
    if (platform !== "linux") return true;
    return !["basic_text", "unknown"].includes(store.getSelectedStorageBackend());
  } catch {
    return false;
  }
}

/** Seals or opens for the core. Never throws: a key store that will not is told as null. */
export async function answerSecret(store: KeyStore, question: SecretQuestion): Promise<ToCore> {
  return { kind: "secret", id: question.id, text: await textFor(store, question) };
}

async function textFor(store: KeyStore, { kind, text }: SecretQuestion): Promise<string | null> {
  try {
    if (kind === "seal") return (await store.encryptStringAsync(text)).toString("base64");
    // `shouldReEncrypt` asks for a newer seal; the old one stays good, and is renewed when the owner next saves.
    return (await store.decryptStringAsync(Buffer.from(text, "base64"))).result;
  } catch {
    return null;
  }
}
