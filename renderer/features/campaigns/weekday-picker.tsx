import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

interface WeekdayPickerProps {
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  weekdays: readonly number[];
  onChange: (weekdays: readonly number[]) => void;
}

export function WeekdayPicker({ weekdays, onChange }: WeekdayPickerProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium text-ink">Days</span>
      <ToggleButtonGroup
        aria-label="Days"
        selectionMode="multiple"
        selectedKeys={weekdays.map(String)}
        onSelectionChange={(keys) => {
          onChange([...keys].map(Number).toSorted((a, b) => a - b));
        }}
        className="flex gap-1"
      >
        {days.map((day, index) => (
          <ToggleButton
            key={day}
            id={String(index + 1)}
            aria-label={day}
            className="grid size-8 cursor-default place-items-center rounded-full border border-line-control text-xs font-medium text-ink-soft transition-colors data-hovered:bg-hover data-selected:border-accent data-selected:bg-accent data-selected:text-accent-ink"
          >
            {day.slice(0, 2)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
