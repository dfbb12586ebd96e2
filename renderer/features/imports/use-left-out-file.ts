import { clientFor } from "../../client/client.ts";
import { CSV_TYPE } from "../../client/download.ts";
import { useWorld } from "../../client/world.ts";
import { type MadeFile, useSaveFile } from "../../parts/save-file/use-save-file.ts";

/** Saves the left-out rows of an import. They come in parts, however many they are. */
export function useLeftOutFile(importId: string) {
  const core = clientFor(useWorld());
  const { save, isPending } = useSaveFile();

  async function make(): Promise<MadeFile> {
    const parts: Blob[] = [];
    let offset: number | null = 0;
    let fileName = "";
    while (offset !== null) {
      const part: Awaited<ReturnType<typeof core.imports.rejectedCsv>> =
        await core.imports.rejectedCsv({ id: importId, offset });
      parts.push(new Blob([fromBase64(part.base64)]));
      fileName = part.fileName;
      offset = part.nextOffset;
    }
    return { fileName, content: new Blob(parts, { type: CSV_TYPE }) };
  }
  return { save: () => save(make), isPending };
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
