import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button, Disclosure, DisclosurePanel } from "react-aria-components";
import { RadioGroup } from "../../ui/radio-group.tsx";

export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

interface PresetChoicesProps {
  label: string;
  /** At most three; the rest stands under "More". */
  presets: readonly Preset[];
  children: ReactNode;
}

/** The few choices people mostly make, and under "More" everything there is. */
export function PresetChoices({ label, presets, children }: PresetChoicesProps) {
  const chosen = presets.find(({ isChosen }) => isChosen);
  const [isMore, setMore] = useState(chosen === undefined);
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label={label}
        options={presets.map(({ id, label: words, description }) => ({
          value: id,
          label: words,
          ...(description === undefined ? {} : { description }),
        }))}
        value={chosen?.id ?? null}
        onChange={(id) => {
          presets.find((preset) => preset.id === id)?.choose();
        }}
      />
      <Disclosure isExpanded={isMore} onExpandedChange={setMore} className="flex flex-col gap-3">
        <Button
          slot="trigger"
          className="group inline-flex items-center gap-1 self-start rounded-sm text-sm font-medium text-ink-soft data-hovered:text-ink"
        >
          <ChevronRight
            aria-hidden
            className="size-3.5 transition-transform group-aria-expanded:rotate-90"
          />
          More
        </Button>
        <DisclosurePanel>
          {isMore && <div className="flex flex-col gap-4">{children}</div>}
        </DisclosurePanel>
      </Disclosure>
    </div>
  );
}
