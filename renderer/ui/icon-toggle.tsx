import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components";
import { given } from "./given.ts";
import { Tooltip } from "./tooltip.tsx";

export interface IconToggleProps {
  /** What is on or off, as its name and its tooltip. */
  label: string;
  icon: ReactNode;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  isDisabled?: boolean;
  /** Keys shown in the tooltip, such as "Mod+B". */
  shortcut?: string;
}

/** A square button that stays pressed: `<IconToggle label="Bold" icon={<Bold />} isOn onChange={…} />`. */
export function IconToggle(props: IconToggleProps) {
  const { label, icon, isOn, onChange, isDisabled, shortcut } = props;
  return (
    <Tooltip text={label} {...given({ shortcut })}>
      <ToggleButton
        aria-label={label}
        isSelected={isOn}
        onChange={onChange}
        {...given({ isDisabled })}
        className="inline-grid size-7 shrink-0 cursor-default place-items-center rounded-md text-ink-soft transition-colors duration-100 data-disabled:opacity-40 data-hovered:bg-hover data-hovered:text-ink data-selected:bg-accent-soft data-selected:text-accent-text [&_svg]:size-3.5"
      >
        {icon}
      </ToggleButton>
    </Tooltip>
  );
}
