import { useCallback, useState } from "react";
import { downloadFile } from "../../client/download.ts";
import { showToast } from "../../ui/show-toast.ts";

export interface MadeFile {
  readonly fileName: string;
  readonly content: Blob;
}

/** Has a file made and hands it to the person, saying so; what goes wrong is told as well. */
export function useSaveFile() {
  const [isPending, setPending] = useState(false);
  const save = useCallback(async (make: () => Promise<MadeFile>): Promise<void> => {
    setPending(true);
    try {
      const { fileName, content } = await make();
      downloadFile(fileName, content);
      showToast({ text: `Saved ${fileName}` });
    } catch (error) {
      const text = error instanceof Error ? error.message : "The file could not be made.";
      showToast({ text, kind: "problem" });
    } finally {
      setPending(false);
    }
  }, []);
  return { save, isPending };
}
