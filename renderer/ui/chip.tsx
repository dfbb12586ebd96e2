import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { classes } from "./classes.ts";
import { given } from "./given.ts";
import { Popover } from "./popover.tsx";

export interface ChipProps {
  /** What the chip sets, such as "Delay". Read out before the value. */
  label: string;
  /** What is set now, in a few words. */
  value: ReactNode;
  icon?: ReactNode;
  /** Drawn back: nothing special is set. */
  isMuted?: boolean;
  isInvalid?: boolean;
  isDisabled?: boolean;
  /** The editor in the popover; as a function it gets `close`. */
  children: ReactNode | ((close: () => void) => ReactNode);
  /** Width of the popover in pixels. */
  width?: number;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** An editable property in a row: a small button that says its value and opens its editor. */
export function Chip(props: ChipProps) {
  const { label, value, icon, isMuted, isInvalid, children } = props;
  return (
    <Popover
      label={label}
      {...given({ width: props.width, isOpen: props.isOpen, onOpenChange: props.onOpenChange })}
      trigger={
        <Button
          {...given({ isDisabled: props.isDisabled })}
          className={classes(
            "inline-flex h-6 max-w-full cursor-default items-center gap-1 rounded-md border px-1.5 text-xs font-medium whitespace-nowrap",
            "transition-colors duration-100 [&_svg]:size-3.5 [&_svg]:shrink-0",
            "data-disabled:opacity-60 aria-expanded:border-accent",
            isInvalid
              ? "border-bad bg-bad-soft text-bad-text"
              : isMuted
                ? "border-transparent text-ink-faint data-hovered:border-line-strong data-hovered:text-ink"
                : "border-line-strong bg-surface text-ink-soft data-hovered:border-line-control data-hovered:bg-hover data-hovered:text-ink",
          )}
        >
          {icon}
          <span className="sr-only">{label}: </span>
          <span className="truncate">{value}</span>
        </Button>
      }
    >
      {children}
    </Popover>
  );
}
