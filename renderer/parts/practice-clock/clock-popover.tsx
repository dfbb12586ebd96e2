import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { DateTime } from "../../ui/date-time.tsx";
import { Popover } from "../../ui/popover.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { ClockButtons } from "./clock-buttons.tsx";
import { ClockFace } from "./clock-face.tsx";
import { useClockCommands } from "./use-clock-commands.tsx";
import { usePracticeClock } from "./use-practice-clock.ts";

/** The practice clock on every page: what time it is, and the buttons that move it. */
export function ClockPopover() {
  const [isOpen, setOpen] = useState(false);
  const clock = usePracticeClock();
  const { status, isBusy } = clock;
  useClockCommands(clock);
  if (!status) return null;
  return (
    <Popover
      label="Practice clock"
      placement="bottom end"
      width={410}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button className="-mr-2 inline-flex h-6 cursor-default items-center gap-1.5 rounded-md px-2 font-medium text-warn-text transition-colors data-hovered:bg-warn-line aria-expanded:bg-warn-line [&_time_span]:text-inherit">
          Practice clock: {isBusy ? "moving …" : <DateTime at={status.now} format="short" />}
          <ChevronDown className="size-3.5" aria-hidden />
        </Button>
      }
    >
      <ClockFace {...clock} />
      <ClockButtons {...clock} />
      <p className="text-sm text-ink-soft">
        Everything due on the way happens at its own time.{" "}
        <TextLink
          href="/practice"
          onPress={() => {
            setOpen(false);
          }}
        >
          Practice inbox
        </TextLink>
      </p>
    </Popover>
  );
}
