import { Plus, X } from "lucide-react";
import type { Action } from "#core/domain/action.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Select } from "../../ui/select.tsx";
import { ActionFields } from "./action-fields.tsx";

const kinds: readonly { value: Action["kind"]; label: string }[] = [
  { value: "add-tag", label: "Add a tag" },
  { value: "set-stage", label: "Set the stage" },
  { value: "notify-owner", label: "Notify me" },
  { value: "remove-tag", label: "Remove a tag" },
  { value: "set-field", label: "Set a field" },
  { value: "clear-field", label: "Clear a field" },
  { value: "start-campaign", label: "Start a campaign" },
  { value: "stop-campaign", label: "Stop a campaign" },
  { value: "unsubscribe", label: "Unsubscribe" },
  { value: "archive", label: "Archive" },
];

function newAction(kind: Action["kind"]): Action {
  switch (kind) {
    case "add-tag":
    case "remove-tag":
      return { kind, tag: "" };
    case "set-field":
      return { kind, field: "", value: "" };
    case "clear-field":
      return { kind, field: "" };
    case "set-stage":
      return { kind, stageId: "", onlyForward: true };
    case "notify-owner":
      return { kind, text: "" };
    case "start-campaign":
    case "stop-campaign":
      return { kind, campaignId: "" };
    case "unsubscribe":
    case "archive":
      return { kind };
  }
}

interface ActionsEditorProps {
  actions: readonly Action[];
  onChange: (actions: readonly Action[]) => void;
}

/** What changes about a contact, in order. */
export function ActionsEditor({ actions, onChange }: ActionsEditorProps) {
  return (
    <div className="flex flex-col gap-3">
      {actions.length === 0 && (
        <p className="text-base text-ink-soft">Nothing changes about the contact.</p>
      )}
      {actions.map((action, index) => (
        <div
          // oxlint-disable-next-line react/no-array-index-key -- actions are told apart by their order alone
          key={index}
          role="group"
          aria-label={`Action ${index + 1}`}
          className="flex items-start gap-1 rounded-lg border border-line p-2"
        >
          <div className="flex min-w-0 flex-1 flex-col gap-2">
            <Select
              label="What happens"
              isLabelHidden
              options={kinds}
              value={action.kind}
              onChange={(kind) => {
                if (kind !== action.kind) onChange(actions.with(index, newAction(kind)));
              }}
            />
            <ActionFields
              action={action}
              onChange={(changed) => {
                onChange(actions.with(index, changed));
              }}
            />
          </div>
          <IconButton
            label={`Remove action ${index + 1}`}
            icon={<X />}
            onPress={() => {
              onChange(actions.toSpliced(index, 1));
            }}
          />
        </div>
      ))}
      <div>
        <Menu
          label="Add action"
          trigger={
            <Button size="sm" icon={<Plus />}>
              Add action
            </Button>
          }
          items={kinds.map(({ value, label }, index) => ({
            id: value,
            label,
            isSectionStart: index === 3,
            onAction: () => {
              onChange([...actions, newAction(value)]);
            },
          }))}
        />
      </div>
    </div>
  );
}
