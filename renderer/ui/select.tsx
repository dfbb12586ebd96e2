import { ChevronsUpDown } from "lucide-react";
import { Button, Popover, Select as AriaSelect, SelectValue } from "react-aria-components";
import { classes } from "./classes.ts";
import { FieldLabel, FieldNotes, inputClasses, type FieldWords } from "./field.tsx";
import { given } from "./given.ts";
import { OptionList } from "./option-list.tsx";
import type { Option } from "./option.ts";
import { overlayPlace } from "./overlay-place.ts";
import { popoverClasses } from "./popover.tsx";

export interface SelectProps<Value extends string> extends FieldWords {
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  placeholder?: string;
  isDisabled?: boolean;
}

/** One of a few: `<Select label="Stage" options={[{ value, label }]} value={v} onChange={setV} />`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, isLabelHidden, description, errorMessage, options, value, onChange } = props;
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(key as Value);
      }}
      isInvalid={errorMessage !== undefined}
      {...given({ placeholder: props.placeholder, isDisabled: props.isDisabled })}
      // The ring is around the button alone.
      className="flex min-w-0 flex-col gap-1.5 outline-none"
    >
      <FieldLabel label={label} {...given({ isLabelHidden })} />
      <Button
        className={classes(
          inputClasses,
          "flex h-8 cursor-default items-center justify-between gap-2 text-left data-pressed:border-line-strong",
        )}
      >
        <SelectValue className="truncate data-placeholder:text-ink-faint">
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <ChevronsUpDown className="size-3.5 shrink-0 text-ink-soft" aria-hidden />
      </Button>
      <FieldNotes description={description} errorMessage={errorMessage} />
      <Popover
        {...overlayPlace()}
        className={classes(popoverClasses, "min-w-(--trigger-width)")}
        offset={4}
      >
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  );
}
