import { Clock3 } from "lucide-react";
import { useAction } from "../../client/use-action.ts";
import { useCall } from "../../client/use-call.ts";
import { Button } from "../../ui/button.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { mailsWords, moves } from "./practice-words.ts";

/** What time it is in practice, and how far to move on: everything due on the way happens at its own time. */
export function PracticeClock() {
  const { data } = useCall("practice.status", {}, { topics: ["messages", "settings"] });
  const advance = useAction("practice.advance", {
    onDone: ({ sent }) => {
      showToast({ text: `The clock was moved. ${mailsWords(sent)} sent on the way.` });
    },
  });
  const isBusy = advance.isPending || data?.isMoving === true;
  return (
    <section
      aria-label="Practice clock"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-line bg-sunken px-4 py-2.5 text-base text-ink"
    >
      <Clock3 className="size-4 text-ink-soft" aria-hidden />
      <span className="mr-auto font-medium" role="status">
        {isBusy ? "Moving the clock …" : data && <DateTime at={data.now} />}
      </span>
      {moves.map(({ label, ms }) => (
        <Button
          key={label}
          size="sm"
          isDisabled={isBusy}
          onPress={() => {
            advance.mutate({ by: { kind: "ms", ms } });
          }}
        >
          {label}
        </Button>
      ))}
      <Button
        size="sm"
        isDisabled={isBusy || !data || data.nextAt === null}
        onPress={() => {
          advance.mutate({ by: { kind: "next" } });
        }}
      >
        To the next thing
      </Button>
    </section>
  );
}
