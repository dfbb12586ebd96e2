import { useState } from "react";
import { CallFailed } from "#core/contract/failure.ts";
import { type Client, clientFor } from "../../client/client.ts";
import { useWorld } from "../../client/world.ts";
import { showToast } from "../../ui/show-toast.ts";
import { contactsWords } from "./contact-words.ts";
import { inSlices } from "./in-slices.ts";

/** Something that is being done to many contacts. */
export interface BulkProgress {
  /** "Archiving". */
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

type SliceWork<Result> = (core: Client, ids: string[]) => Promise<Result>;

/** Does things to any number of contacts without holding up the core, and says how far it is. */
export function useBulk() {
  const world = useWorld();
  const [progress, setProgress] = useState<BulkProgress | null>(null);

  /** What each slice answered; undefined where the core refused, which is said in a toast. */
  async function run<Result>(
    label: string,
    ids: readonly string[],
    work: SliceWork<Result>,
  ): Promise<readonly Result[] | undefined> {
    const core = clientFor(world);
    let done = 0;
    setProgress({ label, done, total: ids.length });
    try {
      return await inSlices(
        ids,
        (slice) => work(core, slice),
        (count) => {
          done = count;
          setProgress({ label, done, total: ids.length });
        },
      );
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      const sofar = done > 0 ? `It was done for ${contactsWords(done)} before.` : undefined;
      showToast({
        text: error.message,
        kind: "problem",
        ...(sofar === undefined ? {} : { description: sofar }),
      });
      return undefined;
    } finally {
      setProgress(null);
    }
  }

  return { progress, run };
}

export type RunBulk = ReturnType<typeof useBulk>["run"];
