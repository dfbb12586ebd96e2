import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";
import { classes } from "./classes.ts";
import { given } from "./given.ts";
import { Kbd } from "./kbd.tsx";
import { overlayPlace } from "./overlay-place.ts";
import { popoverClasses } from "./popover.tsx";

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly onAction?: () => void;
  /** A page of the app instead of an action. */
  readonly href?: string;
  readonly shortcut?: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  /** A line above it. */
  readonly isSectionStart?: boolean;
}

export interface MenuProps {
  label: string;
  /** The button that opens it, from `ui/`. */
  trigger: ReactNode;
  items: readonly MenuEntry[];
  placement?: "bottom start" | "bottom end" | "top start";
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** A list of actions behind a button: `<Menu label="More" trigger={<IconButton …/>} items={[…]} />`. */
export function Menu(props: MenuProps) {
  const { label, trigger, items, placement = "bottom start", isOpen, onOpenChange } = props;
  return (
    <MenuTrigger {...given({ isOpen, onOpenChange })}>
      {trigger}
      <Popover
        {...overlayPlace()}
        placement={placement}
        offset={4}
        className={classes(popoverClasses, "min-w-48")}
      >
        <AriaMenu
          aria-label={label}
          // One opened by a command, not by its button, would have no item focused yet.
          {...given({ autoFocus: isOpen === undefined ? undefined : ("first" as const) })}
          className="max-h-96 overflow-auto p-1 outline-none"
        >
          {items.flatMap((item) => [
            ...(item.isSectionStart
              ? [<Separator key={`${item.id}-line`} className="my-1 h-px bg-line" />]
              : []),
            <AriaMenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              {...given({ href: item.href, onAction: item.onAction, isDisabled: item.isDisabled })}
              className={classes(
                "flex cursor-default items-center gap-2 rounded-md px-2 py-1.5 text-base outline-none [&_svg]:size-4",
                "data-disabled:opacity-50",
                item.isDanger
                  ? "text-bad-text data-focused:bg-bad-soft"
                  : "text-ink data-focused:bg-hover [&_svg]:text-ink-soft",
              )}
            >
              {item.icon}
              <span className="flex-1">{item.label}</span>
              {item.shortcut !== undefined && <Kbd keys={item.shortcut} />}
            </AriaMenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
