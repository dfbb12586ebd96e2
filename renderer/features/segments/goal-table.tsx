import { Ellipsis, Goal as GoalIcon, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { ruleNames, type RuleChoices } from "../../parts/rule-editor/rule-choices.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Table } from "../../ui/table.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import type { Goal } from "./goal-dialog.tsx";
import { valueWords, windowWords } from "./goal-words.ts";
import { RemoveGoalDialog } from "./remove-goal-dialog.tsx";
import { ruleWords } from "./rule-words.ts";

interface GoalTableProps {
  goals: readonly Goal[];
  choices: RuleChoices;
  onNew: () => void;
  onEdit: (goal: Goal) => void;
}

/** Every goal: when somebody has reached it, and what that is worth. */
export function GoalTable({ goals, choices, onNew, onEdit }: GoalTableProps) {
  const [removed, setRemoved] = useState<Goal>();
  const names = ruleNames(choices);
  return (
    <Card
      title="Goals"
      description="What you want people to do. Whoever reaches a campaign’s goal leaves the campaign."
      isFlush
      actions={
        <Button icon={<Plus />} size="sm" onPress={onNew}>
          New goal
        </Button>
      }
    >
      {goals.length === 0 ? (
        <EmptyState icon={<GoalIcon />} title="No goals yet">
          A goal says when a campaign has worked, such as “stage is Customer”.
        </EmptyState>
      ) : (
        <Table
          label="Goals"
          rows={goals}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: "Goal",
              width: "26%",
              render: (goal) => (
                <TextLink
                  onPress={() => {
                    onEdit(goal);
                  }}
                >
                  {goal.name}
                </TextLink>
              ),
            },
            {
              key: "rule",
              header: "Reached when",
              render: ({ rule }) =>
                rule === null ? "You mark it by hand." : ruleWords(rule, names),
            },
            {
              key: "window",
              header: "Counts",
              width: "9rem",
              render: ({ windowDays }) => windowWords(windowDays),
            },
            {
              key: "value",
              header: "Value",
              align: "right",
              width: "7rem",
              render: ({ valueCents }) => valueWords(valueCents),
            },
            {
              key: "more",
              header: "Actions",
              isHeaderHidden: true,
              align: "right",
              width: "4rem",
              render: (goal) => (
                <Menu
                  label={`Actions for ${goal.name}`}
                  placement="bottom end"
                  trigger={
                    <IconButton
                      label={`Actions for ${goal.name}`}
                      icon={<Ellipsis />}
                      size="sm"
                      isBare
                    />
                  }
                  items={[
                    {
                      id: "edit",
                      label: "Edit",
                      icon: <Pencil />,
                      onAction: () => {
                        onEdit(goal);
                      },
                    },
                    {
                      id: "remove",
                      label: "Remove…",
                      icon: <Trash2 />,
                      isDanger: true,
                      isSectionStart: true,
                      onAction: () => {
                        setRemoved(goal);
                      },
                    },
                  ]}
                />
              ),
            },
          ]}
        />
      )}
      {removed && (
        <RemoveGoalDialog
          goal={removed}
          onClose={() => {
            setRemoved(undefined);
          }}
        />
      )}
    </Card>
  );
}
