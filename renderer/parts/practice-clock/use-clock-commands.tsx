import { Clock3 } from "lucide-react";
import { useMemo } from "react";
import { useCommands } from "../../ui/commands.ts";
import { useLatest } from "../../ui/use-latest.ts";
import { moves } from "./clock-words.ts";
import type { PracticeClockState } from "./use-practice-clock.ts";

/** Moves of the practice clock for the palette, while practice is on screen. */
export function useClockCommands({ move }: PracticeClockState): void {
  const latest = useLatest(move);
  useCommands(
    useMemo(
      () => [
        ...moves.map(({ label, words, shortcut, ms }) => ({
          id: `clock ${label}`,
          title: `Move the practice clock on by ${words}`,
          group: "Practice",
          keywords: "time forward skip",
          icon: <Clock3 />,
          shortcut,
          run: () => {
            latest.current({ kind: "ms", ms });
          },
        })),
        {
          id: "clock next",
          title: "Move the practice clock to what comes next",
          group: "Practice",
          keywords: "time forward skip send",
          icon: <Clock3 />,
          shortcut: "t n",
          run: () => {
            latest.current({ kind: "next" });
          },
        },
      ],
      [latest],
    ),
  );
}
