import { ChevronsUpDown } from "lucide-react";
import { Button, ComboBox as AriaComboBox, Group, Input, Popover } from "react-aria-components";
import { classes } from "./classes.ts";
import { FieldLabel, FieldNotes, inputClasses, type FieldWords } from "./field.tsx";
import { given } from "./given.ts";
import { KeepPageReadable } from "./keep-page-readable.tsx";
import { OptionList } from "./option-list.tsx";
import type { Option } from "./option.ts";
import { overlayPlace } from "./overlay-place.ts";
import { popoverClasses } from "./popover.tsx";

export interface ComboBoxProps extends FieldWords {
  options: readonly Option[];
  value: string | null;
  onChange: (value: string | null) => void;
  /** With it, text that is no option may be typed; it is given on Enter or on leaving the field. */
  onCustom?: (text: string) => void;
  /** With it, `options` are what was found for the text typed last, and are not filtered here. */
  onSearch?: (text: string) => void;
  placeholder?: string;
  isDisabled?: boolean;
  emptyText?: string;
}

/** One of many, found by typing: `<ComboBox label="Time zone" options={zones} value={zone} onChange={setZone} />`. */
export function ComboBox(props: ComboBoxProps) {
  const { label, isLabelHidden, description, errorMessage, options, value, onChange, onCustom } =
    props;

  function take(typed: string): void {
    const text = typed.trim();
    if (!onCustom || text === "") return;
    const option = options.find((each) => each.label === text);
    if (option) onChange(option.value);
    else onCustom(text);
  }

  return (
    <AriaComboBox
      {...(props.onSearch
        ? { items: options, onInputChange: props.onSearch }
        : { defaultItems: options })}
      value={value}
      onChange={(key) => {
        onChange(key === null ? null : String(key));
      }}
      allowsCustomValue={onCustom !== undefined}
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={errorMessage !== undefined}
      {...given({ isDisabled: props.isDisabled })}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <KeepPageReadable />
      <FieldLabel label={label} {...given({ isLabelHidden })} />
      <Group className="relative flex items-center outline-none">
        <Input
          {...given({ placeholder: props.placeholder })}
          className={classes(inputClasses, "h-8 pr-8")}
          onKeyDown={(event) => {
            const isOnOption = event.currentTarget.hasAttribute("aria-activedescendant");
            // Leaving gives the text: a field that keeps the focus would show a new option as nothing.
            if (onCustom && event.key === "Enter" && !isOnOption) event.currentTarget.blur();
          }}
          onBlur={(event) => {
            take(event.currentTarget.value);
          }}
        />
        <Button className="absolute right-1 grid size-6 place-items-center rounded-sm text-ink-soft data-hovered:bg-hover">
          <ChevronsUpDown className="size-3.5" aria-hidden />
        </Button>
      </Group>
      <FieldNotes description={description} errorMessage={errorMessage} />
      <Popover
        {...overlayPlace()}
        className={classes(popoverClasses, "max-w-96 min-w-(--trigger-width)")}
        offset={4}
      >
        <OptionList {...given({ emptyText: props.emptyText })} />
      </Popover>
    </AriaComboBox>
  );
}
