import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import {
  CheckboxButton,
  CheckboxField,
  type CheckboxFieldProps,
  Text,
} from "react-aria-components";
import { classes } from "./classes.ts";

export interface CheckboxProps extends Omit<
  CheckboxFieldProps,
  "children" | "className" | "style"
> {
  /** Words beside the box. Leave out only together with `aria-label`. */
  children?: ReactNode;
  description?: ReactNode;
}

/** `<Checkbox isSelected={on} onChange={setOn}>Send at once</Checkbox>`; `isIndeterminate` for "some". */
export function Checkbox({ children, description, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest} className="flex flex-col gap-0.5">
      <CheckboxButton className="group flex items-start gap-2 text-base text-ink data-disabled:text-ink-faint">
        {({ isSelected, isIndeterminate }) => (
          <>
            <span
              className={classes(
                "mt-0.5 grid size-4 shrink-0 place-items-center rounded-sm border transition-colors duration-100",
                "group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent",
                isSelected || isIndeterminate
                  ? "border-accent bg-accent text-accent-ink"
                  : "border-line-control bg-raised group-data-hovered:border-accent",
                "group-data-disabled:opacity-50 group-data-invalid:border-bad",
              )}
            >
              {isIndeterminate ? (
                <Minus className="size-3" strokeWidth={3} aria-hidden />
              ) : (
                isSelected && <Check className="size-3" strokeWidth={3} aria-hidden />
              )}
            </span>
            {children}
          </>
        )}
      </CheckboxButton>
      {description !== undefined && (
        <Text slot="description" className="pl-6 text-xs text-ink-soft">
          {description}
        </Text>
      )}
    </CheckboxField>
  );
}
