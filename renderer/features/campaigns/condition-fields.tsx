import { emailsBefore } from "#core/domain/campaign.ts";
import type { LaneCondition, SplitStep } from "#core/domain/campaign.ts";
import { RuleEditor } from "../../parts/rule-editor/rule-editor.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { NumberField } from "../../ui/number-field.tsx";
import { useEditor, useEditorState } from "./editor-context.ts";
import { InteractionFields } from "./interaction-fields.tsx";

const kinds = [
  { value: "interaction", label: "What they did with an email" },
  { value: "rule", label: "What is known about them" },
  { value: "share", label: "Chance: a part of them by lot" },
] as const;

interface ConditionFieldsProps {
  split: SplitStep;
  condition: LaneCondition;
  onChange: (condition: LaneCondition) => void;
}

/** Who takes a lane: by what they did since, or by what is known about them. */
export function ConditionFields({ split, condition, onChange }: ConditionFieldsProps) {
  const { choices } = useEditor();
  const plan = useEditorState((state) => state.plan);
  return (
    <>
      <RadioGroup
        label="Goes by"
        options={kinds}
        value={condition.kind}
        onChange={(kind) => {
          if (kind !== condition.kind) onChange(firstCondition(kind));
        }}
      />
      {condition.kind === "share" && (
        <NumberField
          label="Percent of people"
          description="Always the same people at this split."
          value={condition.percent}
          minValue={1}
          maxValue={100}
          onChange={(percent) => {
            if (Number.isFinite(percent)) onChange({ kind: "share", percent });
          }}
        />
      )}
      {condition.kind === "interaction" && (
        <InteractionFields
          interaction={condition.interaction}
          emails={emailsBefore(plan.steps, split.id)}
          onChange={(interaction) => {
            onChange({ kind: "interaction", interaction });
          }}
        />
      )}
      {condition.kind === "rule" && (
        <RuleEditor
          rule={condition.rule}
          onChange={(rule) => {
            onChange({ kind: "rule", rule });
          }}
          {...choices}
        />
      )}
    </>
  );
}

export function firstCondition(kind: LaneCondition["kind"]): LaneCondition {
  switch (kind) {
    case "interaction":
      return {
        kind,
        interaction: { did: "opened", negated: false, target: { kind: "last" }, linkIds: null },
      };
    case "rule":
      return { kind, rule: { kind: "all", rules: [{ kind: "tag", test: "has", tag: "" }] } };
    case "share":
      return { kind, percent: 50 };
  }
}
