import { useState } from "react";
import { useCall } from "../../client/use-call.ts";
import { ComboBox } from "../../ui/combo-box.tsx";
import type { Option } from "../../ui/option.ts";
import { usePaused } from "./use-paused.ts";

interface ContactPickerProps {
  label: string;
  isLabelHidden?: boolean;
  value: string | null;
  onChange: (contactId: string | null) => void;
}

/** Stands for nobody in particular. */
const MADE_UP: Option = {
  value: "made-up",
  label: "Ana Example",
  description: "A made-up person",
};
const MOST_FOUND = 20;
const PAUSE_MS = 150;

/** A contact found by name or address, or a made-up person. */
export function ContactPicker({ label, isLabelHidden, value, onChange }: ContactPickerProps) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<Option>();
  const selected = value === null ? MADE_UP : chosen;
  const typed = query === selected?.label ? "" : query.trim();
  const { data } = useCall(
    "contacts.list",
    { query: usePaused(typed, PAUSE_MS), limit: MOST_FOUND, sort: "name", isDescending: false },
    { keepsPrevious: true, isForgotten: true },
  );
  const found = (data?.rows ?? []).flatMap(({ id, address, firstName, lastName }): Option[] => {
    if (address === null) return [];
    const name = [firstName, lastName].filter(Boolean).join(" ");
    return [{ value: id, label: name || address, ...(name ? { description: address } : {}) }];
  });
  const first = [MADE_UP, ...(chosen ? [chosen] : [])].filter(
    (option) => option.value === selected?.value || (typed === "" && option === MADE_UP),
  );
  const options = [...first, ...found.filter(({ value: id }) => id !== selected?.value)];
  return (
    <ComboBox
      label={label}
      {...(isLabelHidden ? { isLabelHidden } : {})}
      options={options}
      value={selected?.value ?? null}
      onSearch={setQuery}
      onChange={(next) => {
        if (next === null) return;
        setChosen(options.find((option) => option.value === next));
        onChange(next === MADE_UP.value ? null : next);
      }}
      emptyText="Nobody by that name or address."
    />
  );
}
