import { useState } from "react";
import { useLocation } from "wouter";
import { CallFailed } from "#core/contract/failure.ts";
import { useWorld } from "../../client/world.ts";
import { showToast } from "../../ui/show-toast.ts";
import { startUpload } from "./uploads.ts";

/** Begins an import with a file and goes to its page. */
export function useStartImport() {
  const world = useWorld();
  const [, navigate] = useLocation();
  const [isStarting, setStarting] = useState(false);
  async function start(file: File): Promise<void> {
    setStarting(true);
    try {
      navigate(`/import/${await startUpload(world, file)}`);
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      showToast({ text: error.message, kind: "problem" });
      setStarting(false);
    }
  }
  return { start, isStarting };
}
