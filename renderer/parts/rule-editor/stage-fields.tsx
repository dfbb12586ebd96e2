import { joinWords } from "#core/domain/join-words.ts";
import type { SegmentCondition } from "#core/domain/segment.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Select } from "../../ui/select.tsx";

type StageCondition = Extract<SegmentCondition, { kind: "stage" }>;

interface StageFieldsProps {
  condition: StageCondition;
  onChange: (condition: StageCondition) => void;
  stages: readonly { readonly id: string; readonly name: string }[];
}

const tests = [
  { value: "is", label: "is" },
  { value: "is-not", label: "is not" },
] as const;

/** One or more stages. */
export function StageFields({ condition, onChange, stages }: StageFieldsProps) {
  const { stageIds } = condition;
  const chosen = stages.filter(({ id }) => stageIds.includes(id)).map(({ name }) => name);

  function toggle(id: string, isOn: boolean) {
    const others = stageIds.filter((each) => each !== id);
    onChange({ ...condition, stageIds: isOn ? [...others, id] : others });
  }

  return (
    <>
      <div className="w-34">
        <Select
          label="Test"
          isLabelHidden
          options={tests}
          value={condition.test}
          onChange={(test) => {
            onChange({ ...condition, test });
          }}
        />
      </div>
      <Chip
        label="Stages"
        value={chosen.length === 0 ? "Choose stages" : joinWords(chosen, "or")}
        isInvalid={chosen.length === 0}
        width={220}
      >
        {stages.map(({ id, name }) => (
          <Checkbox
            key={id}
            isSelected={stageIds.includes(id)}
            onChange={(isOn) => {
              toggle(id, isOn);
            }}
          >
            {name}
          </Checkbox>
        ))}
      </Chip>
    </>
  );
}
