import { CalendarClock, Eye, Plus, Repeat, Zap } from "lucide-react";
import { Fragment } from "react";
import type { CampaignPlan } from "#core/domain/campaign.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { EntryEditor } from "./entry-editor.tsx";
import { useEditor, useEditorState, useStepWords } from "./editor-context.ts";
import { EdgeRow } from "./edge-row.tsx";
import { ReentryEditor } from "./reentry-editor.tsx";
import { ScheduleEditor } from "./schedule-editor.tsx";
import { entryWords, reentryWords } from "./entry-words.ts";
import { scheduleWords } from "./step-words.ts";
import { TrackingEditor } from "./tracking-editor.tsx";
import { usePlanChange } from "./use-plan-change.ts";

/** Who comes in, how often, and what holds for every step. */
export function StartRow() {
  const plan = useEditorState((state) => state.plan);
  const { campaign } = useEditor();
  const { names } = useStepWords();
  const change = usePlanChange();
  const { entries } = plan;

  function setEntries(next: CampaignPlan["entries"]) {
    change({ entries: next }, "entries");
  }

  return (
    <EdgeRow title="Start">
      {entries.map((entry, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- entries are told apart by their order alone
        <Fragment key={index}>
          <span className="px-1 text-base text-ink">
            {index === 0 ? "When someone" : "or someone"}
          </span>
          <Chip
            label={`Entry ${index + 1}`}
            value={entryWords(entry, names)}
            icon={<Zap aria-hidden />}
            width={340}
          >
            {(close) => (
              <EntryEditor
                entry={entry}
                onChange={(next) => {
                  setEntries(entries.with(index, next));
                }}
                {...(entries.length > 1
                  ? {
                      onRemove: () => {
                        close();
                        setEntries(entries.toSpliced(index, 1));
                      },
                    }
                  : {})}
              />
            )}
          </Chip>
        </Fragment>
      ))}
      {entries.length === 0 && <span className="px-1 text-base text-ink">Nobody comes in yet</span>}
      <Button
        size="sm"
        variant="quiet"
        icon={<Plus aria-hidden />}
        onPress={() => {
          const { segmentId } = campaign;
          const hasSegment = entries.some(({ kind }) => kind === "joins-segment");
          setEntries([
            ...entries,
            segmentId !== null && !hasSegment
              ? { kind: "joins-segment", segmentId }
              : { kind: "tag-added", tag: "" },
          ]);
        }}
      >
        Entry
      </Button>
      <span className="basis-full" />
      <Chip label="How often" value={reentryWords(plan.reentry)} icon={<Repeat aria-hidden />}>
        <ReentryEditor
          reentry={plan.reentry}
          onChange={(reentry) => {
            change({ reentry }, "reentry");
          }}
        />
      </Chip>
      <Chip
        label="Schedule of the campaign"
        value={scheduleWords(plan.schedule)}
        icon={<CalendarClock aria-hidden />}
        width={340}
      >
        <ScheduleEditor
          schedule={plan.schedule}
          onChange={(schedule) => {
            if (schedule) change({ schedule }, "schedule");
          }}
        />
      </Chip>
      <Chip
        label="Tracking"
        value={plan.tracking === "on" ? "hears opens and clicks" : "hears no opens and clicks"}
        icon={<Eye aria-hidden />}
        isMuted={plan.tracking === "on"}
      >
        <TrackingEditor
          tracking={plan.tracking}
          onChange={(tracking) => {
            change({ tracking }, "tracking");
          }}
        />
      </Chip>
    </EdgeRow>
  );
}
