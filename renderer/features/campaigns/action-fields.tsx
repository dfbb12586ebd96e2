import type { Action } from "#core/domain/action.ts";
import { TagField } from "../../parts/rule-editor/tag-field.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useEditor } from "./editor-context.ts";

interface ActionFieldsProps {
  action: Action;
  onChange: (action: Action) => void;
}

/** What an action needs to know. */
export function ActionFields({ action, onChange }: ActionFieldsProps) {
  const { choices, campaign } = useEditor();
  switch (action.kind) {
    case "add-tag":
    case "remove-tag":
      return (
        <TagField
          isLabelHidden
          tag={action.tag}
          tags={choices.tags}
          emptyText="A new tag. Enter takes it."
          onChange={(tag) => {
            onChange({ ...action, tag });
          }}
        />
      );
    case "set-field":
    case "clear-field":
      return (
        <>
          <Select
            label="Field"
            isLabelHidden
            placeholder="Choose a field"
            options={choices.fields.map(({ key, label }) => ({ value: key, label }))}
            value={action.field || null}
            onChange={(field) => {
              onChange({ ...action, field });
            }}
          />
          {action.kind === "set-field" && (
            <TextField
              label="Value"
              isLabelHidden
              placeholder="Value"
              value={action.value}
              onChange={(value) => {
                onChange({ ...action, value });
              }}
            />
          )}
        </>
      );
    case "set-stage":
      return (
        <>
          <Select
            label="Stage"
            isLabelHidden
            placeholder="Choose a stage"
            options={choices.stages.map(({ id, name }) => ({ value: id, label: name }))}
            value={action.stageId || null}
            onChange={(stageId) => {
              onChange({ ...action, stageId });
            }}
          />
          <Checkbox
            isSelected={action.onlyForward}
            onChange={(onlyForward) => {
              onChange({ ...action, onlyForward });
            }}
          >
            Only forward, never back
          </Checkbox>
        </>
      );
    case "notify-owner":
      return (
        <TextField
          label="What the notice says"
          isLabelHidden
          placeholder="What the notice says"
          value={action.text}
          onChange={(text) => {
            onChange({ ...action, text });
          }}
        />
      );
    case "start-campaign":
    case "stop-campaign":
      return (
        <Select
          label="Campaign"
          isLabelHidden
          placeholder="Choose a campaign"
          options={choices.campaigns
            .filter(({ id }) => action.kind === "stop-campaign" || id !== campaign.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={action.campaignId || null}
          onChange={(campaignId) => {
            onChange({ ...action, campaignId });
          }}
        />
      );
    case "unsubscribe":
      return <p className="text-sm text-ink-soft">They get no more emails from any campaign.</p>;
    case "archive":
      return <p className="text-sm text-ink-soft">They leave the lists; their history stays.</p>;
  }
}
