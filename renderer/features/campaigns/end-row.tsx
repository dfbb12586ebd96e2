import { Clock, DoorOpen } from "lucide-react";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Chip } from "../../ui/chip.tsx";
import { NumberField } from "../../ui/number-field.tsx";
import { EdgeRow } from "./edge-row.tsx";
import { useEditor, useEditorState } from "./editor-context.ts";
import { exitWords } from "./exit-words.ts";
import { usePlanChange } from "./use-plan-change.ts";

/** What takes people out before the last step, and what becomes of late mail. */
export function EndRow() {
  const { campaign } = useEditor();
  const plan = useEditorState((state) => state.plan);
  const change = usePlanChange();
  return (
    <>
      <div aria-hidden className="ml-6 h-4 w-px bg-line-strong" />
      <EdgeRow title="End">
        <span className="px-1 text-base text-ink">After the last step, or when someone</span>
        <Chip
          label="Leaves when someone"
          value={exitWords(plan, campaign.goalId !== null)}
          icon={<DoorOpen aria-hidden />}
          width={340}
        >
          <Checkbox isSelected={campaign.goalId !== null} isDisabled>
            Reaches the goal
          </Checkbox>
          <Checkbox isSelected isDisabled>
            Unsubscribes, bounces or complains
          </Checkbox>
          <Checkbox
            isSelected={plan.exitOnReply}
            onChange={(exitOnReply) => {
              change({ exitOnReply }, "exits");
            }}
          >
            Replies
          </Checkbox>
          <Checkbox
            isSelected={plan.exitOnLeave}
            onChange={(exitOnLeave) => {
              change({ exitOnLeave }, "exits");
            }}
          >
            Leaves the campaign’s segment
          </Checkbox>
        </Chip>
        <Chip
          label="Late mail"
          value={`late mail: sent up to ${plan.lateLimitHours} h late, else skipped`}
          icon={<Clock aria-hidden />}
          isMuted={plan.lateLimitHours === 24}
        >
          <p className="text-sm text-ink-soft">
            This computer may have been off when a mail was due. It is then sent late, within the
            schedule, or not at all.
          </p>
          <NumberField
            label="Send at most this late"
            unit="hours"
            value={plan.lateLimitHours}
            minValue={1}
            maxValue={720}
            onChange={(hours) => {
              if (Number.isFinite(hours)) change({ lateLimitHours: hours }, "late limit");
            }}
          />
        </Chip>
      </EdgeRow>
    </>
  );
}
