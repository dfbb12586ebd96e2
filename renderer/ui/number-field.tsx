import { Minus, Plus } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import {
  Button,
  Group,
  Input,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components";
import { readTypedNumber } from "#core/domain/typed-number.ts";
import { classes } from "./classes.ts";
import { FieldLabel, FieldNotes, type FieldWords } from "./field.tsx";
import { given } from "./given.ts";

export interface NumberFieldProps
  extends FieldWords, Pick<AriaTextFieldProps, "autoFocus" | "isDisabled" | "onBlur"> {
  /** NaN while nothing is known. */
  value: number;
  /** Called when the field is left, with NaN when it is empty or what was typed cannot be read. */
  onChange: (value: number) => void;
  /** Why what was typed cannot be read, which stands below the field by itself; undefined once it can. */
  onProblem?: (problem: string | undefined) => void;
  minValue?: number;
  maxValue?: number;
  /** The most digits after the mark, all of which are shown. */
  decimals?: number;
  /** False for what is no amount, such as a port: 65535, not 65,535. */
  isGrouped?: boolean;
  /** Words after the number, such as "days". */
  unit?: string;
}

/** A number with steps: `<NumberField label="Days" value={3} onChange={…} minValue={0} unit="days" />`. */
export function NumberField(props: NumberFieldProps) {
  const { label, isLabelHidden, description, unit, autoFocus, isDisabled, ...own } = props;
  const field = useTypedNumber(own);
  const errorMessage = field.problem ?? props.errorMessage;
  return (
    <AriaTextField
      {...given({ autoFocus, isDisabled })}
      inputMode={props.decimals ? "decimal" : "numeric"}
      autoComplete="off"
      value={field.text}
      onChange={field.type}
      onBlur={(event) => {
        field.take();
        props.onBlur?.(event);
      }}
      isInvalid={errorMessage !== undefined}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <FieldLabel label={label} {...given({ isLabelHidden })} />
      <div className="flex items-center gap-2">
        <Group
          isInvalid={errorMessage !== undefined}
          className={classes(
            "flex h-8 w-32 items-center overflow-hidden rounded-md border border-line-control bg-raised",
            "data-focus-within:border-accent data-focus-within:ring-3 data-focus-within:ring-accent-soft",
            "data-invalid:border-bad data-disabled:bg-sunken",
          )}
          {...given({ isDisabled })}
        >
          <StepButton field={field} by={-1} label={label} {...given({ isDisabled })} />
          <Input
            {...field.spoken}
            onKeyDown={field.press}
            className="w-full min-w-0 bg-transparent text-center text-base tabular-nums outline-none data-disabled:text-ink-faint"
          />
          <StepButton field={field} by={1} label={label} {...given({ isDisabled })} />
        </Group>
        {unit !== undefined && <span className="text-base text-ink-soft">{unit}</span>}
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  );
}

interface StepButtonProps {
  field: ReturnType<typeof useTypedNumber>;
  by: 1 | -1;
  label: string;
  isDisabled?: boolean;
}

function StepButton({ field, by, label, isDisabled = false }: StepButtonProps) {
  const Icon = by === 1 ? Plus : Minus;
  return (
    <Button
      aria-label={`${by === 1 ? "Increase" : "Decrease"} ${label}`}
      excludeFromTabOrder
      preventFocusOnPress
      isDisabled={isDisabled || !field.canStep(by)}
      onPress={() => {
        field.step(by);
      }}
      className="grid h-full w-8 shrink-0 place-items-center text-ink-soft data-disabled:opacity-40 data-hovered:bg-hover data-pressed:bg-pressed"
    >
      <Icon className="size-3.5" aria-hidden />
    </Button>
  );
}

type TypedNumberOptions = Pick<
  NumberFieldProps,
  "value" | "onChange" | "onProblem" | "minValue" | "maxValue" | "decimals" | "isGrouped"
>;

/** What stands in the field: the value, or what is being typed until the field is left and beyond if it cannot be read. */
function useTypedNumber(options: TypedNumberOptions) {
  const { value, onChange, onProblem, minValue = -Infinity, maxValue = Infinity } = options;
  const { decimals = 0, isGrouped = true } = options;
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [shownFor, setShownFor] = useState(value);
  if (!Object.is(value, shownFor)) {
    setShownFor(value);
    // A value from outside, such as an undo, replaces what was typed; the NaN said for it does not.
    if (!Number.isNaN(value)) {
      setTyped(undefined);
      setProblem(undefined);
    }
  }

  const read = typed === undefined ? { number: value } : readTypedNumber(typed, { decimals });
  const now = "number" in read ? read.number : Number.NaN;

  function put(number: number) {
    setTyped(undefined);
    tell(undefined);
    const tens = 10 ** decimals;
    const rounded = Math.round(number * tens) / tens;
    const next = Math.min(Math.max(rounded, minValue), maxValue);
    if (!Object.is(next, value)) onChange(next);
  }
  function tell(next: string | undefined) {
    if (next === problem) return;
    setProblem(next);
    onProblem?.(next);
  }
  function take() {
    if (typed === undefined) return;
    if (typed.trim() === "") {
      put(Number.NaN);
      return;
    }
    if ("number" in read) put(read.number);
    else {
      tell(read.problem);
      if (!Number.isNaN(value)) onChange(Number.NaN);
    }
  }
  function step(by: 1 | -1) {
    if (Number.isNaN(now)) put(Number.isFinite(minValue) ? minValue : 0);
    else put(now + by);
  }

  return {
    text: typed ?? shown(value, decimals, isGrouped),
    problem,
    type(text: string) {
      setTyped(text);
      tell(undefined);
    },
    take,
    step,
    spoken: {
      role: "spinbutton",
      ...(Number.isNaN(now) ? {} : { "aria-valuenow": now }),
      ...given({ "aria-valuemin": options.minValue, "aria-valuemax": options.maxValue }),
    },
    canStep: (by: 1 | -1) => !(by === 1 ? now >= maxValue : now <= minValue),
    press(event: KeyboardEvent) {
      if (event.key === "Enter") take();
      if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
      event.preventDefault();
      step(event.key === "ArrowUp" ? 1 : -1);
    },
  };
}

function shown(value: number, decimals: number, useGrouping: boolean): string {
  if (Number.isNaN(value)) return "";
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return value.toLocaleString("en-GB", { ...digits, useGrouping });
}
