import { Check } from "lucide-react";
import { ListBox, ListBoxItem, Text } from "react-aria-components";
import { given } from "./given.ts";
import type { Option } from "./option.ts";

interface OptionListProps {
  /** Left out where the field around it holds the items. */
  options?: readonly Option[];
  emptyText?: string;
}

/** The list inside Select and ComboBox. */
export function OptionList({ options, emptyText }: OptionListProps) {
  return (
    <ListBox<Option>
      {...given({ items: options })}
      className="max-h-80 overflow-auto p-1 outline-none"
      renderEmptyState={() => (
        <div className="px-2 py-1.5 text-base text-ink-soft">
          {emptyText ?? "Nothing to choose."}
        </div>
      )}
    >
      {(option) => (
        <ListBoxItem
          id={option.value}
          textValue={option.label}
          isDisabled={option.isDisabled === true}
          className="group flex cursor-default items-start gap-2 rounded-md px-2 py-1.5 text-base text-ink outline-none data-disabled:text-ink-faint data-focused:bg-hover"
        >
          <Check
            className="mt-0.5 size-4 shrink-0 text-accent-text opacity-0 group-data-selected:opacity-100"
            aria-hidden
          />
          <span className="flex min-w-0 flex-col">
            <Text slot="label" className="truncate">
              {option.label}
            </Text>
            {option.description !== undefined && (
              <Text slot="description" className="text-xs text-ink-soft">
                {option.description}
              </Text>
            )}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
