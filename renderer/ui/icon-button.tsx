import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { classes } from "./classes.ts";
import { Tooltip } from "./tooltip.tsx";

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  "children" | "className" | "style" | "aria-label"
> {
  /** What it does, as its name and its tooltip. */
  label: string;
  icon: ReactNode;
  size?: "sm" | "md";
  /** Keys shown in the tooltip, such as "Mod+K". */
  shortcut?: string;
  isBare?: boolean;
}

/** A square button with an icon alone: `<IconButton label="Delete" icon={<Trash2 />} onPress={…} />`. */
export function IconButton({
  label,
  icon,
  size = "md",
  shortcut,
  isBare,
  ...rest
}: IconButtonProps) {
  const button = (
    <AriaButton
      {...rest}
      aria-label={label}
      className={classes(
        "inline-grid shrink-0 cursor-default place-items-center rounded-md text-ink-soft transition-colors duration-100",
        "data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-pressed data-disabled:opacity-40",
        "aria-expanded:bg-pressed aria-expanded:text-ink",
        size === "sm" ? "size-7 [&_svg]:size-3.5" : "size-8 [&_svg]:size-4",
      )}
    >
      {icon}
    </AriaButton>
  );
  if (isBare) return button;
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      {button}
    </Tooltip>
  );
}
