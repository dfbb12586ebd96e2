import { classes } from "./classes.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md";

const variants: Record<ButtonVariant, string> = {
  primary:
    "bg-accent text-accent-ink shadow-low data-hovered:bg-accent-hover data-pressed:bg-accent-hover",
  secondary:
    "border border-line-control bg-raised text-ink shadow-low data-hovered:bg-hover data-pressed:bg-pressed",
  quiet: "text-ink-soft data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-pressed",
  danger: "bg-bad text-white shadow-low data-hovered:bg-bad-hover data-pressed:bg-bad-hover",
};

const sizes: Record<ButtonSize, string> = {
  sm: "h-7 px-2.5 text-sm [&_svg]:size-3.5",
  md: "h-8 px-3 text-base [&_svg]:size-4",
};

/** The look shared by buttons and links that look like buttons. */
export function buttonClasses(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "md",
): string {
  return classes(
    "relative inline-flex shrink-0 cursor-default items-center justify-center rounded-md font-medium",
    "whitespace-nowrap transition-colors duration-100 select-none",
    "data-disabled:border-line data-disabled:bg-sunken data-disabled:text-ink-faint data-disabled:opacity-70 data-disabled:shadow-none",
    variants[variant],
    sizes[size],
  );
}
