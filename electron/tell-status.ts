import { SECOND } from "#core/shared/clock.ts";
import type { CoreStatus } from "./core-messages.ts";

const AT_MOST_EVERY = SECOND;
/** The next send moves on by itself as well, without anything being changed. */
const AT_LEAST_EVERY = 30 * SECOND;

/** Tells the status now, soon after each change, and now and then; never the same twice in a row. Returns how to stop. */
export function tellStatus(
  core: { status(): CoreStatus; onChange(listener: () => void): () => void },
  tell: (status: CoreStatus) => void,
): () => void {
  let told = "";
  let timer: NodeJS.Timeout | undefined;

  function tellNow(): void {
    timer = undefined;
    const status = core.status();
    const text = JSON.stringify(status);
    if (text === told) return;
    told = text;
    tell(status);
  }

  const stopListening = core.onChange(() => {
    timer ??= setTimeout(tellNow, AT_MOST_EVERY);
  });
  const regular = setInterval(tellNow, AT_LEAST_EVERY);
  tellNow();
  return () => {
    stopListening();
    clearInterval(regular);
    clearTimeout(timer);
  };
}
