import { RadioButton, RadioField, RadioGroup as AriaRadioGroup, Text } from "react-aria-components";
import { classes } from "./classes.ts";
import { FieldLabel, FieldNotes, type FieldWords } from "./field.tsx";
import { given } from "./given.ts";
import type { Option } from "./option.ts";

export interface RadioGroupProps<Value extends string> extends FieldWords {
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  isDisabled?: boolean;
  /** Each choice in a frame of its own; for choices that need a sentence. */
  isCards?: boolean;
}

/** One of a few, all in sight: `<RadioGroup label="…" options={[…]} value={v} onChange={setV} isCards />`. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, isLabelHidden, description, errorMessage, options, value, onChange, isCards } =
    props;
  return (
    <AriaRadioGroup
      value={value}
      onChange={(next) => {
        onChange(next as Value);
      }}
      isInvalid={errorMessage !== undefined}
      {...given({ isDisabled: props.isDisabled })}
      className="flex flex-col gap-1.5"
    >
      <FieldLabel label={label} {...given({ isLabelHidden })} />
      <div className={classes("flex flex-col", isCards ? "gap-2" : "gap-1")}>
        {options.map((option) => (
          <RadioField
            key={option.value}
            value={option.value}
            {...given({ isDisabled: option.isDisabled })}
            className={classes(
              "flex flex-col gap-0.5",
              isCards &&
                "rounded-lg border border-line-strong bg-surface px-3 py-2.5 transition-colors data-selected:border-accent data-selected:bg-accent-soft",
            )}
          >
            <RadioButton className="group flex items-start gap-2 text-base text-ink data-disabled:text-ink-faint">
              <span
                className={classes(
                  "mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-line-control bg-raised",
                  "group-data-hovered:border-accent group-data-selected:border-accent group-data-selected:bg-accent",
                  "group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent",
                )}
              >
                <span className="size-1.5 rounded-full bg-white opacity-0 group-data-selected:opacity-100" />
              </span>
              <span className={isCards ? "font-medium" : ""}>{option.label}</span>
            </RadioButton>
            {option.description !== undefined && (
              <Text slot="description" className="pl-6 text-sm text-ink-soft">
                {option.description}
              </Text>
            )}
          </RadioField>
        ))}
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaRadioGroup>
  );
}
