import { ChevronsUpDown } from "lucide-react";
import { useRef, useState } from "react";
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

  /** Typed, and neither chosen nor taken yet. */
  const isTyped = useRef(false);
  const [missed, setMissed] = useState<string>();
  const error = errorMessage ?? missed;

  function take(typed: string): void {
    const text = typed.trim();
    if (!isTyped.current || text === "") return;
    isTyped.current = false;
    const chosen = options.find((each) => each.value === value)?.label;
    if (text === chosen) return;
    const option = options.find(
      ({ label }) => label === text || (!onCustom && isAlike(label, text)),
    );
    if (option) onChange(option.value);
    else if (onCustom) onCustom(text);
    else if (!props.onSearch) setMissed(missedWords(text, chosen));
  }

  return (
    <AriaComboBox
      {...(props.onSearch
        ? { items: options, onInputChange: props.onSearch }
        : { defaultItems: options })}
      value={value}
      onChange={(key) => {
        // Leaving the field says again what was chosen before: that answers nothing that was typed.
        if (key !== null && key !== value) {
          isTyped.current = false;
          setMissed(undefined);
        }
        onChange(key === null ? null : String(key));
      }}
      onOpenChange={(isOpen) => {
        if (isOpen) setMissed(undefined);
      }}
      allowsCustomValue={onCustom !== undefined}
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={error !== undefined}
      {...given({ isDisabled: props.isDisabled })}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <KeepPageReadable />
      <FieldLabel label={label} {...given({ isLabelHidden })} />
      <Group className="relative flex items-center outline-none">
        <Input
          {...given({ placeholder: props.placeholder })}
          className={classes(inputClasses, "h-8 pr-8")}
          onChange={() => {
            isTyped.current = true;
            setMissed(undefined);
          }}
          onKeyDown={(event) => {
            const isOnOption = event.currentTarget.hasAttribute("aria-activedescendant");
            if (isOnOption || (event.key !== "Enter" && event.key !== "Tab")) return;
            // Either key puts what was chosen before back into the field, ahead of its being left.
            if (!onCustom) take(event.currentTarget.value);
            // Leaving gives the text: a field that keeps the focus would show a new option as nothing.
            else if (event.key === "Enter") event.currentTarget.blur();
          }}
          onBlur={(event) => {
            take(event.currentTarget.value);
          }}
        />
        <Button className="absolute right-1 grid size-6 place-items-center rounded-sm text-ink-soft data-hovered:bg-hover">
          <ChevronsUpDown className="size-3.5" aria-hidden />
        </Button>
      </Group>
      <FieldNotes description={description} errorMessage={error} />
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

function isAlike(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The field goes back to what was chosen before; that must not look as if the text had been taken. */
function missedWords(text: string, chosen: string | undefined): string {
  return chosen === undefined
    ? `Nothing was chosen for “${text}”. Choose from the list.`
    : `Nothing was chosen for “${text}”, so it is still “${chosen}”. Choose from the list.`;
}
