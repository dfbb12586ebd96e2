import { Button } from "../../ui/button.tsx";
import { SendAgainButton } from "./send-again-button.tsx";
import { mailsWords } from "./mail-words.ts";
import { useResolveUncertain } from "./use-resolve-uncertain.ts";

interface UncertainBarProps {
  ids: readonly number[];
  total: number;
  onDone: () => void;
}

/** What to do with the uncertain mails that are ticked. */
export function UncertainBar({ ids, total, onDone }: UncertainBarProps) {
  const resolve = useResolveUncertain(onDone);
  return (
    <div
      role="group"
      aria-label="Uncertain mail"
      className="mb-3 flex min-h-12 items-center justify-between gap-4 rounded-lg bg-warn-soft px-4 py-2"
    >
      <p className="text-base text-warn-text">
        {ids.length === 0
          ? `${mailsWords(total)} of unknown fate. Tick some, or open one.`
          : `${mailsWords(ids.length)} ticked`}
      </p>
      <div className="flex gap-2">
        <Button
          size="sm"
          isDisabled={ids.length === 0}
          isPending={resolve.isPending}
          onPress={() => {
            resolve.mutate({ ids: [...ids], as: "sent" });
          }}
        >
          {ids.length > 1 ? "They were sent" : "It was sent"}
        </Button>
        <SendAgainButton ids={ids} onDone={onDone} />
      </div>
    </div>
  );
}
