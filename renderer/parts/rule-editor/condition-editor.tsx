import { X } from "lucide-react";
import type { ContactStatus, SegmentCondition } from "#core/domain/segment.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Select } from "../../ui/select.tsx";
import { ActivityFields } from "./activity-fields.tsx";
import { conditionAbout, subjectOf, subjectOptions } from "./condition-subjects.ts";
import { FieldFields } from "./field-fields.tsx";
import type { RuleChoices } from "./rule-choices.ts";
import { StageFields } from "./stage-fields.tsx";
import { TagField } from "./tag-field.tsx";

const isOrNot = [
  { value: "is", label: "is" },
  { value: "is-not", label: "is not" },
] as const;

const hasOrNot = [
  { value: "has", label: "has" },
  { value: "has-not", label: "does not have" },
] as const;

const statuses: readonly { value: ContactStatus; label: string }[] = [
  { value: "subscribed", label: "subscribed" },
  { value: "unconfirmed", label: "unconfirmed" },
  { value: "unsubscribed", label: "unsubscribed" },
  { value: "bounced", label: "bounced" },
  { value: "complained", label: "complained" },
  { value: "archived", label: "archived" },
];

interface ConditionEditorProps {
  condition: SegmentCondition;
  onChange: (condition: SegmentCondition) => void;
  onRemove: () => void;
  choices: RuleChoices;
}

/** One condition: what it is about, how it is tested, and against what. */
export function ConditionEditor(props: ConditionEditorProps) {
  const { condition, onChange, onRemove, choices } = props;
  return (
    <div
      role="group"
      aria-label="Condition"
      className="flex items-start gap-1 rounded-md border border-line bg-surface p-1.5"
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
        <div className="w-38">
          <Select
            label="About"
            isLabelHidden
            options={subjectOptions(choices)}
            value={subjectOf(condition)}
            onChange={(subject) => {
              if (subject !== subjectOf(condition)) onChange(conditionAbout(subject));
            }}
          />
        </div>
        <Details condition={condition} onChange={onChange} choices={choices} />
      </div>
      <IconButton label="Remove condition" icon={<X />} onPress={onRemove} />
    </div>
  );
}

function Details({ condition, onChange, choices }: Omit<ConditionEditorProps, "onRemove">) {
  switch (condition.kind) {
    case "stage":
      return <StageFields condition={condition} onChange={onChange} stages={choices.stages} />;
    case "field":
      return <FieldFields condition={condition} onChange={onChange} choices={choices} />;
    case "activity":
      return (
        <ActivityFields condition={condition} onChange={onChange} campaigns={choices.campaigns} />
      );
    case "tag":
      return (
        <>
          <Test
            options={hasOrNot}
            value={condition.test}
            onChange={(test) => {
              onChange({ ...condition, test });
            }}
          />
          <div className="w-44">
            <TagField
              isLabelHidden
              tag={condition.tag}
              tags={choices.tags}
              onChange={(tag) => {
                onChange({ ...condition, tag });
              }}
              emptyText="No tag of that name. Enter takes it."
            />
          </div>
        </>
      );
    case "status":
      return (
        <>
          <Test
            options={isOrNot}
            value={condition.test}
            onChange={(test) => {
              onChange({ ...condition, test });
            }}
          />
          <div className="w-44">
            <Select
              label="Status"
              isLabelHidden
              options={statuses}
              value={condition.status}
              onChange={(status) => {
                onChange({ ...condition, status });
              }}
            />
          </div>
        </>
      );
    case "in-segment":
      return (
        <>
          <Test
            options={isOrNot}
            value={condition.test}
            onChange={(test) => {
              onChange({ ...condition, test });
            }}
          />
          <div className="w-44">
            <Select
              label="Segment"
              isLabelHidden
              placeholder="Choose a segment"
              options={choices.segments.map(({ id, name }) => ({ value: id, label: name }))}
              value={condition.segmentId || null}
              onChange={(segmentId) => {
                onChange({ ...condition, segmentId });
              }}
            />
          </div>
        </>
      );
  }
}

interface TestProps<Value extends string> {
  options: readonly { readonly value: Value; readonly label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** "is" or "is not" and their like. */
function Test<Value extends string>({ options, value, onChange }: TestProps<Value>) {
  return (
    <div className="w-34">
      <Select label="Test" isLabelHidden options={options} value={value} onChange={onChange} />
    </div>
  );
}
