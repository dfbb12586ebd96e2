import type { ReactNode } from "react";
import { SwitchButton, SwitchField, type SwitchFieldProps, Text } from "react-aria-components";
import { classes } from "./classes.ts";

export interface SwitchProps extends Omit<SwitchFieldProps, "children" | "className" | "style"> {
  children: ReactNode;
  description?: ReactNode;
}

/** On or off, at once: `<Switch isSelected={on} onChange={setOn}>Notify me</Switch>`. */
export function Switch({ children, description, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className="flex flex-col gap-0.5">
      <SwitchButton className="group flex items-center gap-2.5 text-base text-ink data-disabled:text-ink-faint">
        <span
          className={classes(
            "flex h-5 w-8 shrink-0 items-center rounded-full bg-ink-faint p-0.5 transition-colors duration-150",
            "group-data-selected:bg-accent group-data-disabled:opacity-50",
            "group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent",
          )}
        >
          <span className="size-4 rounded-full bg-white shadow-low transition-transform duration-150 group-data-selected:translate-x-3" />
        </span>
        {children}
      </SwitchButton>
      {description !== undefined && (
        <Text slot="description" className="pl-10.5 text-xs text-ink-soft">
          {description}
        </Text>
      )}
    </SwitchField>
  );
}
