import { Button } from "../../ui/button.tsx";
import { moves } from "./clock-words.ts";
import type { PracticeClockState } from "./use-practice-clock.ts";

/** How far to move on. */
export function ClockButtons({ status, isBusy, move }: PracticeClockState) {
  return (
    <div role="group" aria-label="Move the clock" className="flex flex-wrap gap-2">
      {moves.map(({ label, ms }) => (
        <Button
          key={label}
          size="sm"
          isDisabled={isBusy}
          onPress={() => {
            move({ kind: "ms", ms });
          }}
        >
          {label}
        </Button>
      ))}
      <Button
        size="sm"
        isDisabled={isBusy || !status || status.nextAt === null}
        onPress={() => {
          move({ kind: "next" });
        }}
      >
        To what comes next
      </Button>
    </div>
  );
}
