import { useState } from "react";
import { clientFor } from "../../client/client.ts";
import { downloadFile } from "../../client/download.ts";
import { useWorld } from "../../client/world.ts";
import { showToast } from "../../ui/show-toast.ts";

/** Saves the left-out rows of an import. They come in parts, however many they are. */
export function useLeftOutFile(importId: string) {
  const core = clientFor(useWorld());
  const [isPending, setPending] = useState(false);

  async function save(): Promise<void> {
    setPending(true);
    try {
      const parts: Blob[] = [];
      let offset: number | null = 0;
      let name = "";
      while (offset !== null) {
        const part: Awaited<ReturnType<typeof core.imports.rejectedCsv>> =
          await core.imports.rejectedCsv({ id: importId, offset });
        parts.push(new Blob([fromBase64(part.base64)]));
        name = part.fileName;
        offset = part.nextOffset;
      }
      downloadFile(name, new Blob(parts, { type: "text/csv;charset=utf-8" }));
      showToast({ text: `Saved ${name}` });
    } catch (error) {
      const text = error instanceof Error ? error.message : "The file could not be made.";
      showToast({ text, kind: "problem" });
    } finally {
      setPending(false);
    }
  }
  return { save, isPending };
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
