import { Plus, X } from "lucide-react";
import { useId } from "react";
import type { SegmentRule } from "#core/domain/segment.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Select } from "../../ui/select.tsx";
import { addRule, firstCondition, isGroup, removeRule, replaceRule } from "./edit-rule.ts";
import type { RuleGroup } from "./edit-rule.ts";
import { ConditionEditor } from "./condition-editor.tsx";
import type { RuleChoices } from "./rule-choices.ts";

const kinds = [
  { value: "all", label: "all of these" },
  { value: "any", label: "any of these" },
  { value: "none", label: "none of these" },
] as const;

/** Deeper groups are legal but hardly readable; those that come in can still be edited. */
const DEEPEST_OFFERED = 3;

interface RuleGroupEditorProps {
  group: RuleGroup;
  /** 1 for the outermost. */
  depth: number;
  onChange: (group: RuleGroup) => void;
  onRemove?: () => void;
  choices: RuleChoices;
}

/** Conditions joined by all, any or none, and groups among them. */
export function RuleGroupEditor(props: RuleGroupEditorProps) {
  const { group, depth, onChange, onRemove, choices } = props;
  const addId = useId();

  function remove(index: number) {
    onChange(removeRule(group, index));
    // The button that had the focus is gone: the next thing to do is beside it.
    document.getElementById(addId)?.focus();
  }

  return (
    <div
      role="group"
      aria-label={depth === 1 ? "Rule" : "Group of conditions"}
      className={
        depth === 1
          ? "flex flex-col gap-2"
          : "flex flex-col gap-2 rounded-lg border border-line bg-sunken p-3"
      }
    >
      <div className="flex items-center gap-2 text-base text-ink-soft">
        <span>{depth === 1 ? "People who match" : "who match"}</span>
        <div className="w-36">
          <Select
            label="How the conditions are joined"
            isLabelHidden
            options={kinds}
            value={group.kind}
            onChange={(kind) => {
              onChange({ ...group, kind });
            }}
          />
        </div>
        {onRemove && (
          <span className="ml-auto">
            <IconButton label="Remove group" icon={<X />} size="sm" onPress={onRemove} />
          </span>
        )}
      </div>
      {group.rules.length === 0 && (
        <p className="text-sm text-ink-soft">
          {group.kind === "any"
            ? "No condition yet: nobody matches."
            : "No condition yet: everyone matches."}
        </p>
      )}
      {group.rules.map((rule, index) => (
        <RuleRow
          // Conditions have no identity of their own; each row is fully told by its props.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          rule={rule}
          depth={depth}
          choices={choices}
          onChange={(changed) => {
            onChange(replaceRule(group, index, changed));
          }}
          onRemove={() => {
            remove(index);
          }}
        />
      ))}
      <div className="flex gap-1">
        <Button
          id={addId}
          size="sm"
          variant="quiet"
          icon={<Plus />}
          onPress={() => {
            onChange(addRule(group, firstCondition));
          }}
        >
          Condition
        </Button>
        {depth < DEEPEST_OFFERED && (
          <Button
            size="sm"
            variant="quiet"
            icon={<Plus />}
            onPress={() => {
              onChange(addRule(group, { kind: "any", rules: [firstCondition] }));
            }}
          >
            Group
          </Button>
        )}
      </div>
    </div>
  );
}

interface RuleRowProps {
  rule: SegmentRule;
  depth: number;
  choices: RuleChoices;
  onChange: (rule: SegmentRule) => void;
  onRemove: () => void;
}

function RuleRow({ rule, depth, choices, onChange, onRemove }: RuleRowProps) {
  if (isGroup(rule))
    return (
      <RuleGroupEditor
        group={rule}
        depth={depth + 1}
        onChange={onChange}
        onRemove={onRemove}
        choices={choices}
      />
    );
  return (
    <ConditionEditor condition={rule} onChange={onChange} onRemove={onRemove} choices={choices} />
  );
}
