import type { ReactNode } from "react";
import { Dialog, DialogTrigger, Popover as AriaPopover } from "react-aria-components";
import { given } from "./given.ts";
import { overlayPlace } from "./overlay-place.ts";

/** The ground of everything that floats over the page. */
export const popoverClasses =
  "animate-rise rounded-lg bg-raised text-ink shadow-mid outline-none data-exiting:opacity-0";

export interface PopoverProps {
  /** Read out as the popover's name. */
  label: string;
  /** The button that opens it, from `ui/`. */
  trigger: ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: "bottom start" | "bottom end" | "bottom" | "top" | "right top" | "left top";
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** Width in pixels; 320 unless told. */
  width?: number;
}

/** A small panel beside its button; Escape and a click outside close it. */
export function Popover(props: PopoverProps) {
  const { label, trigger, children, placement = "bottom start", width = 320 } = props;
  return (
    <DialogTrigger {...given({ isOpen: props.isOpen, onOpenChange: props.onOpenChange })}>
      {trigger}
      <AriaPopover
        {...overlayPlace()}
        placement={placement}
        offset={6}
        className={popoverClasses}
        style={{ width }}
      >
        <Dialog
          aria-label={label}
          className="flex max-h-[inherit] flex-col gap-3 overflow-auto p-4 outline-none"
        >
          {({ close }) => (typeof children === "function" ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
