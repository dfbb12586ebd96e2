import type { ReactNode } from "react";
import { Focusable, Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components";
import { Kbd } from "./kbd.tsx";
import { overlayPlace } from "./overlay-place.ts";

export interface TooltipProps {
  text: string;
  /** The control it explains: a button or link of `ui/`, or a focusable element. */
  children: ReactNode;
  shortcut?: string;
  placement?: "top" | "bottom" | "left" | "right";
}

/** A few words beside a control, on hover and on keyboard focus. Never the only place something is said. */
export function Tooltip({ text, children, shortcut, placement = "top" }: TooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      {children}
      <AriaTooltip
        {...overlayPlace()}
        placement={placement}
        offset={6}
        className="flex max-w-72 animate-fade items-center gap-2 rounded-md border border-line bg-raised px-2 py-1 text-xs text-ink shadow-mid"
      >
        {text}
        {shortcut !== undefined && <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

export interface HintProps {
  text: string;
  children: ReactNode;
}

/** Words with a tooltip of their own, reachable by Tab: `<Hint text="…">12 unsure</Hint>`. */
export function Hint({ text, children }: HintProps) {
  return (
    <Tooltip text={text}>
      <Focusable>
        <span
          role="note"
          className="cursor-help underline decoration-line-strong decoration-dotted underline-offset-3"
        >
          {children}
        </span>
      </Focusable>
    </Tooltip>
  );
}
