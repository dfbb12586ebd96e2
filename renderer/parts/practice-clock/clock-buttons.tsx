import { Button } from "../../ui/button.tsx";
import { moves } from "./clock-words.ts";
import type { PracticeClockState } from "./use-practice-clock.ts";

/** How far to move on. None is disabled meanwhile, which would take the focus from the one pressed. */
export function ClockButtons({ status, moving, move }: PracticeClockState) {
  return (
    <div role="group" aria-label="Move the clock" className="flex flex-wrap gap-2">
      {moves.map(({ label, ms }) => (
        <Button
          key={label}
          size="sm"
          isPending={moving?.kind === "ms" && moving.ms === ms}
          onPress={() => {
            move({ kind: "ms", ms });
          }}
        >
          {label}
        </Button>
      ))}
      <Button
        size="sm"
        isPending={moving?.kind === "next"}
        isDisabled={moving === undefined && status?.nextAt === null}
        onPress={() => {
          move({ kind: "next" });
        }}
      >
        To what comes next
      </Button>
    </div>
  );
}
