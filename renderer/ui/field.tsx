import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import { classes } from "./classes.ts";

/** What every field takes beside its own props. */
export interface FieldWords {
  label: string;
  /** The label is still read out. For a field whose place says what it is. */
  isLabelHidden?: boolean;
  description?: ReactNode;
  /** What is wrong and what to do. Setting it marks the field as invalid. */
  errorMessage?: string | undefined;
}

/** The box around typed text. */
export const inputClasses = classes(
  "w-full min-w-0 rounded-md border border-line-control bg-raised px-2.5 text-base text-ink",
  "transition-[border-color,box-shadow] duration-100 data-hovered:border-line-strong",
  "outline-none data-focused:border-accent data-focused:ring-3 data-focused:ring-accent-soft",
  "data-invalid:border-bad data-disabled:bg-sunken data-disabled:text-ink-faint",
);

export function FieldLabel({ label, isLabelHidden }: Pick<FieldWords, "label" | "isLabelHidden">) {
  return (
    <Label className={isLabelHidden ? "sr-only" : "text-sm font-medium text-ink"}>{label}</Label>
  );
}

/** Description and error below a field, in this order. */
export function FieldNotes({
  description,
  errorMessage,
}: Pick<FieldWords, "description" | "errorMessage">) {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className="text-xs text-ink-soft">
          {description}
        </Text>
      )}
      <FieldError className="text-xs font-medium text-bad-text">
        {(validation) => errorMessage ?? validation.validationErrors.join(" ")}
      </FieldError>
    </>
  );
}
