import { LoaderCircle } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { buttonClasses, type ButtonSize, type ButtonVariant } from "./button-classes.ts";
import { classes } from "./classes.ts";

export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** A lucide icon element shown before the words. */
  icon?: ReactNode;
  isWide?: boolean;
}

/**
 * `<Button variant="primary" icon={<Plus />} onPress={…} isPending={…}>Save</Button>`
 * variant: primary | secondary (default) | quiet | danger. size: md (default) | sm. Pending keeps the width.
 */
export function Button({ children, variant, size, icon, isWide, ...rest }: ButtonProps) {
  useEffect(
    () => () => {
      forgetAnnouncements();
      // The page's first announcement is made a moment late, perhaps of a button that is gone by then.
      setTimeout(forgetAnnouncements, 200);
    },
    [],
  );
  return (
    <AriaButton {...rest} className={classes(buttonClasses(variant, size), isWide && "w-full")}>
      {({ isPending }) => (
        <>
          {isPending && (
            <span className="absolute inset-0 grid place-items-center">
              <LoaderCircle className="size-4 animate-spin" aria-hidden />
            </span>
          )}
          <span className={classes("inline-flex items-center gap-1.5", isPending && "opacity-0")}>
            {icon}
            {children}
          </span>
        </>
      )}
    </AriaButton>
  );
}

/** A pending button is announced by reference; once it has left the page the reference would name nothing. */
function forgetAnnouncements(): void {
  for (const announcement of document.querySelectorAll("[data-live-announcer] [role=img]")) {
    const id = announcement.getAttribute("aria-labelledby") ?? "";
    if (document.getElementById(id) === null) announcement.remove();
  }
}
