import { useState } from "react";
import type { SegmentRule } from "#core/domain/segment.ts";
import type { OutputOf } from "../../client/call-name.ts";
import { useAction } from "../../client/use-action.ts";
import type { RuleChoices } from "../../parts/rule-editor/rule-choices.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { NumberField } from "../../ui/number-field.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { TextField } from "../../ui/text-field.tsx";
import { GoalRule } from "./goal-rule.tsx";
import { centsOf } from "./goal-words.ts";
import { useRuleProblems } from "../../parts/rule-editor/use-rule-problems.ts";

export type Goal = OutputOf<"goals.list">[number];

const ways = [
  {
    value: "rule",
    label: "A condition comes true",
    description: "Dripline sees it by itself and takes the person out of the campaign.",
  },
  {
    value: "by-hand",
    label: "I mark it by hand",
    description: "For what only you can see, such as a signed contract.",
  },
] as const;

const firstRule: SegmentRule = {
  kind: "all",
  rules: [{ kind: "stage", test: "is", stageIds: [] }],
};

interface GoalDialogProps {
  /** Undefined for a new one. */
  goal: Goal | undefined;
  choices: RuleChoices;
  onClose: () => void;
}

/** Names a goal and says when somebody has reached it. */
export function GoalDialog({ goal, choices, onClose }: GoalDialogProps) {
  const [name, setName] = useState(goal?.name ?? "");
  const [way, setWay] = useState<"rule" | "by-hand">(
    goal && goal.rule === null ? "by-hand" : "rule",
  );
  const [rule, setRule] = useState(goal?.rule ?? firstRule);
  const [windowDays, setWindowDays] = useState(goal?.windowDays ?? 30);
  const [value, setValue] = useState((goal?.valueCents ?? 0) / 100);
  const [valueProblem, setValueProblem] = useState<string>();
  const [isTried, setIsTried] = useState(false);
  const problems = useRuleProblems(rule) ?? [];
  const save = useAction("goals.save", {
    isErrorShown: true,
    onDone: () => {
      showToast({ text: `Goal “${name.trim()}” saved` });
      onClose();
    },
  });

  const takenError =
    save.error?.code === "conflict" && save.variables?.name === name
      ? save.error.message
      : undefined;
  const nameError =
    takenError ?? (isTried && name.trim() === "" ? "Please name the goal." : undefined);
  const windowError =
    isTried && Number.isNaN(windowDays) ? "Please give a number of days." : undefined;
  const ruleProblem = way === "rule" ? problems[0] : undefined;

  function submit() {
    setIsTried(true);
    if (name.trim() === "" || ruleProblem !== undefined || Number.isNaN(windowDays)) return;
    if (valueProblem !== undefined) return;
    save.mutate({
      id: goal?.id ?? null,
      name,
      rule: way === "rule" ? rule : null,
      windowDays,
      valueCents: centsOf(value),
    });
  }

  return (
    <Dialog
      title={goal ? `Edit “${goal.name}”` : "New goal"}
      isOpen
      onClose={onClose}
      size="lg"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={submit} isPending={save.isPending}>
            Save goal
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        placeholder="Bought something"
        value={name}
        onChange={setName}
        autoFocus
        errorMessage={nameError}
      />
      <RadioGroup label="Reached when" options={ways} value={way} onChange={setWay} isCards />
      {way === "rule" && (
        <GoalRule
          rule={rule}
          onChange={setRule}
          choices={choices}
          problem={isTried ? ruleProblem : undefined}
        />
      )}
      <div className="grid grid-cols-2 gap-4">
        <NumberField
          label="Counts within"
          unit="days"
          minValue={1}
          maxValue={3650}
          value={windowDays}
          onChange={setWindowDays}
          errorMessage={windowError}
          description="After somebody entered a campaign."
        />
        <NumberField
          label="Value"
          minValue={0}
          maxValue={10_000_000}
          decimals={2}
          value={value}
          onChange={setValue}
          onProblem={setValueProblem}
          description="What one person is worth to you, in your currency. Reports add it up."
        />
      </div>
      {save.error && takenError === undefined && (
        <Banner tone="bad" title="This could not be saved" isUrgent>
          {save.error.message}
        </Banner>
      )}
    </Dialog>
  );
}
