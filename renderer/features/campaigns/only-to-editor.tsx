import type { OnlyTo } from "#core/domain/campaign.ts";
import { RuleEditor } from "../../parts/rule-editor/rule-editor.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { useEditor } from "./editor-context.ts";
import { OtherwiseChoice } from "./otherwise-choice.tsx";

const choices = [
  { value: "everyone", label: "Everyone who gets here" },
  { value: "rule", label: "Only people who match a rule" },
] as const;

const firstRule: OnlyTo = {
  rule: { kind: "all", rules: [{ kind: "tag", test: "has", tag: "" }] },
  otherwise: "skip",
};

interface OnlyToEditorProps {
  onlyTo: OnlyTo | null;
  onChange: (onlyTo: OnlyTo | null) => void;
}

/** To whom an email goes, looked at when it is about to leave. */
export function OnlyToEditor({ onlyTo, onChange }: OnlyToEditorProps) {
  const { choices: names } = useEditor();
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        label="Goes to"
        options={choices}
        value={onlyTo === null ? "everyone" : "rule"}
        onChange={(choice) => {
          if (choice === "everyone") onChange(null);
          else if (onlyTo === null) onChange(firstRule);
        }}
      />
      {onlyTo && (
        <>
          <RuleEditor
            rule={onlyTo.rule}
            onChange={(rule) => {
              onChange({ ...onlyTo, rule });
            }}
            {...names}
          />
          <OtherwiseChoice
            label="Whoever does not match"
            value={onlyTo.otherwise}
            onChange={(otherwise) => {
              onChange({ ...onlyTo, otherwise });
            }}
          />
        </>
      )}
    </div>
  );
}
