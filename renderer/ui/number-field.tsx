import { Minus, Plus } from "lucide-react";
import {
  Button,
  Group,
  Input,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from "react-aria-components";
import { classes } from "./classes.ts";
import { FieldLabel, FieldNotes, type FieldWords } from "./field.tsx";
import { given } from "./given.ts";

export interface NumberFieldProps
  extends FieldWords, Omit<AriaNumberFieldProps, "children" | "className" | "style" | "isInvalid"> {
  /** Words after the number, such as "days". */
  unit?: string;
}

/** A number with steps: `<NumberField label="Days" value={3} onChange={…} minValue={0} unit="days" />`. */
export function NumberField(props: NumberFieldProps) {
  const { label, isLabelHidden, description, errorMessage, unit, ...rest } = props;
  return (
    <AriaNumberField
      {...rest}
      isInvalid={errorMessage !== undefined}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <FieldLabel label={label} {...given({ isLabelHidden })} />
      <div className="flex items-center gap-2">
        <Group
          className={classes(
            "flex h-8 w-32 items-center overflow-hidden rounded-md border border-line-control bg-raised",
            "data-focus-within:border-accent data-focus-within:ring-3 data-focus-within:ring-accent-soft",
            "data-invalid:border-bad data-disabled:bg-sunken",
          )}
        >
          <StepButton slot="decrement" />
          <Input className="w-full min-w-0 bg-transparent text-center text-base tabular-nums outline-none data-disabled:text-ink-faint" />
          <StepButton slot="increment" />
        </Group>
        {unit !== undefined && <span className="text-base text-ink-soft">{unit}</span>}
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaNumberField>
  );
}

function StepButton({ slot }: { slot: "increment" | "decrement" }) {
  const Icon = slot === "increment" ? Plus : Minus;
  return (
    <Button
      slot={slot}
      className="grid h-full w-8 shrink-0 place-items-center text-ink-soft data-disabled:opacity-40 data-hovered:bg-hover data-pressed:bg-pressed"
    >
      <Icon className="size-3.5" aria-hidden />
    </Button>
  );
}
