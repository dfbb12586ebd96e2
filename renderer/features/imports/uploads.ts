import { create } from "zustand";
import { CallFailed } from "#core/contract/failure.ts";
import type { World } from "#core/contract/wire.ts";
import { clientFor } from "../../client/client.ts";

/** Of the file in one call; the core takes no more. */
const PART_BYTES = 512 * 1024;

export interface Upload {
  readonly file: File;
  readonly sentBytes: number;
  /** sending → reading → (gone); or failed, with a sentence. */
  readonly state: "sending" | "reading" | "failed";
  readonly problem: string | null;
}

interface UploadStore {
  readonly uploads: Readonly<Record<string, Upload>>;
}

/** Uploads go on while their page is left for another one. */
const useUploadStore = create<UploadStore>()(() => ({ uploads: {} }));

/** Undefined where this page uploads nothing for that import. */
export function useUpload(id: string): Upload | undefined {
  return useUploadStore(({ uploads }) => uploads[id]);
}

/** Begins an import with a file; the file follows part by part. Returns the import's id. */
export async function startUpload(world: World, file: File): Promise<string> {
  const core = clientFor(world);
  const { id } = await core.imports.begin({ fileName: file.name.slice(-300), bytes: file.size });
  put(id, { file, sentBytes: 0, state: "sending", problem: null });
  void send(world, id, file);
  return id;
}

/** Stops the upload where it runs, and forgets its import. */
export async function cancelUpload(world: World, id: string): Promise<void> {
  drop(id);
  await clientFor(world).imports.cancel({ id });
}

async function send(world: World, id: string, file: File): Promise<void> {
  const core = clientFor(world);
  try {
    for (let offset = 0; offset < file.size; offset += PART_BYTES) {
      const part = file.slice(offset, offset + PART_BYTES);
      const base64 = await toBase64(part);
      if (!isWanted(id)) return;
      await core.imports.chunk({ id, offset, base64 });
      change(id, { sentBytes: offset + part.size });
    }
    if (!isWanted(id)) return;
    change(id, { state: "reading" });
    await core.imports.inspect({ id });
    drop(id);
  } catch (error) {
    const isRefused = error instanceof CallFailed && error.code === "invalid";
    // What is wrong with the file itself is told by the import, now and later.
    if (isRefused) drop(id);
    else change(id, { state: "failed", problem: wordsOf(error, file) });
  }
}

/** The browser encodes it beside the page's own work, and holds one part in memory at a time. */
function toBase64(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      const url = String(reader.result);
      resolve(url.slice(url.indexOf(",") + 1));
    });
    reader.addEventListener("error", () => {
      reject(reader.error ?? new Error("unreadable"));
    });
    reader.readAsDataURL(part);
  });
}

function wordsOf(error: unknown, file: File): string {
  if (error instanceof CallFailed) return error.message;
  return `“${file.name}” can no longer be read. If it was changed or moved, choose it again.`;
}

function isWanted(id: string): boolean {
  return useUploadStore.getState().uploads[id] !== undefined;
}

function put(id: string, upload: Upload): void {
  useUploadStore.setState(({ uploads }) => ({ uploads: { ...uploads, [id]: upload } }));
}

function change(id: string, next: Partial<Upload>): void {
  const now = useUploadStore.getState().uploads[id];
  if (now) put(id, { ...now, ...next });
}

function drop(id: string): void {
  useUploadStore.setState(({ uploads: { [id]: _gone, ...uploads } }) => ({ uploads }));
}
