import { type ReactNode, useEffect, useRef, useState } from "react";
import { Dialog, DialogTrigger, Popover as AriaPopover } from "react-aria-components";
import { given } from "./given.ts";
import { overlayPlace } from "./overlay-place.ts";
import { useLatest } from "./use-latest.ts";

/** The ground of everything that floats over the page. */
export const popoverClasses =
  "animate-rise rounded-lg bg-raised text-ink shadow-mid outline-none data-exiting:opacity-0";

/** Kept free between a panel, its button and the edge of the window, in pixels. */
const EDGE = 12;

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

/**
 * A small panel beside its button; Escape and a click outside close it. One too high for the room above and below its
 * button goes to the button's side, where it has the whole height of the window.
 */
export function Popover(props: PopoverProps) {
  const { label, trigger, children, placement = "bottom start", width = 320 } = props;
  const button = useRef<HTMLSpanElement>(null);
  const [isCrowded, setCrowded] = useState(false);
  return (
    <DialogTrigger {...given({ isOpen: props.isOpen, onOpenChange: props.onOpenChange })}>
      <span ref={button} className="contents">
        {trigger}
      </span>
      <AriaPopover
        {...overlayPlace()}
        placement={isCrowded ? "right top" : placement}
        offset={6}
        className={popoverClasses}
        style={{ width }}
      >
        <Dialog aria-label={label} className="max-h-[inherit] overflow-auto outline-none">
          {({ close }) => (
            <Content
              onCrowded={(next) => {
                setCrowded(next && hasRoomBeside(button.current?.firstElementChild, width));
              }}
            >
              {typeof children === "function" ? children(close) : children}
            </Content>
          )}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}

interface ContentProps {
  /** Told true when there is more in the panel than it has room for, and false when it closes. */
  onCrowded: (isCrowded: boolean) => void;
  children: ReactNode;
}

function Content({ onCrowded, children }: ContentProps) {
  const content = useRef<HTMLDivElement>(null);
  const tell = useLatest(onCrowded);
  useEffect(() => {
    const { current } = content;
    const panel = current?.parentElement;
    if (!current || !panel) return undefined;
    const observer = new ResizeObserver(() => {
      if (current.offsetHeight > panel.clientHeight + 1) tell.current(true);
    });
    observer.observe(current);
    const told = tell.current;
    return () => {
      observer.disconnect();
      told(false);
    };
  }, [tell]);
  return (
    <div ref={content} className="flex flex-col gap-3 p-4">
      {children}
    </div>
  );
}

function hasRoomBeside(button: Element | null | undefined, width: number): boolean {
  const place = button?.getBoundingClientRect();
  const needed = width + 2 * EDGE;
  return !!place && (window.innerWidth - place.right >= needed || place.left >= needed);
}
