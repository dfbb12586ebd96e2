import type { ReactNode } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { Option } from "./option.ts";

export interface SegmentedControlProps<Value extends string> {
  label: string;
  options: readonly (Option<Value> & { readonly icon?: ReactNode })[];
  value: Value;
  onChange: (value: Value) => void;
  isWide?: boolean;
}

/** Two to four choices side by side, always one: `<SegmentedControl label="View" options value onChange />`. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, options, value, onChange, isWide } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [next] = keys;
        if (next !== undefined) onChange(String(next) as Value);
      }}
      className={`${isWide ? "flex" : "inline-flex"} h-8 items-stretch gap-0.5 rounded-md bg-pressed p-0.5`}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          isDisabled={option.isDisabled === true}
          className="inline-flex flex-1 cursor-default items-center justify-center gap-1.5 rounded-[5px] px-2.5 text-sm font-medium whitespace-nowrap text-ink-soft transition-colors data-disabled:opacity-50 data-hovered:text-ink data-selected:bg-lifted data-selected:text-ink data-selected:shadow-low [&_svg]:size-3.5"
        >
          {option.icon}
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
