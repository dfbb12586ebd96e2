import { CalendarClock, Sparkles, Timer, Trophy, UsersRound, Zap } from "lucide-react";
import { isByLot, type EmailStep, type Step } from "#core/domain/campaign.ts";
import { durationSentence } from "#core/domain/duration.ts";
import { Chip } from "../../ui/chip.tsx";
import { ActionsEditor } from "./actions-editor.tsx";
import { DeadlineEditor } from "./deadline-editor.tsx";
import { DelayEditor } from "./delay-editor.tsx";
import { useEditorState, useStepWords } from "./editor-context.ts";
import { GoToEditor } from "./go-to-editor.tsx";
import { OnlyToEditor } from "./only-to-editor.tsx";
import { ScheduleEditor } from "./schedule-editor.tsx";
import {
  actionsWords,
  delayWords,
  goToWords,
  onlyToWords,
  scheduleWords,
  triggerWords,
} from "./step-words.ts";
import { TriggerEditor } from "./trigger-editor.tsx";
import { useStepChange } from "./use-step-change.ts";
import { WaitEditor } from "./wait-editor.tsx";
import { WinnerEditor } from "./winner-editor.tsx";
import { waitWords, winnerWords } from "./step-words.ts";

/** The properties of a step, each a word that opens its editor. */
export function StepChips({ step }: { step: Step }) {
  const change = useStepChange(step);
  const { names } = useStepWords();
  switch (step.kind) {
    case "email":
      return <EmailChips step={step} />;
    case "wait":
      return (
        <ChipLine>
          <Chip
            label="Wait"
            value={waitWords(step, names)}
            icon={<Timer aria-hidden />}
            width={340}
          >
            <WaitEditor
              step={step}
              onChange={(until) => {
                change({ until }, "wait");
              }}
            />
          </Chip>
        </ChipLine>
      );
    case "split":
      if (isByLot(step))
        return (
          <ChipLine>
            <Chip
              label="Best lane"
              value={winnerWords(step.winner)}
              icon={<Trophy aria-hidden />}
              isMuted={step.winner === null}
              width={340}
            >
              <WinnerEditor
                winner={step.winner}
                onChange={(winner) => {
                  change({ winner }, "winner");
                }}
              />
            </Chip>
          </ChipLine>
        );
      return (
        <ChipLine>
          <Chip
            label="Decides"
            value={
              step.within === null
                ? "decides at once"
                : `decides after ${durationSentence(step.within)}, or as soon as it is sure`
            }
            icon={<Timer aria-hidden />}
            width={340}
          >
            <DeadlineEditor
              within={step.within}
              onChange={(within) => {
                change({ within }, "within");
              }}
            />
          </Chip>
        </ChipLine>
      );
    case "actions":
      return (
        <ChipLine>
          <Chip
            label="Actions"
            value={actionsWords(step.actions, names) || "no actions yet"}
            icon={<Sparkles aria-hidden />}
            isMuted={step.actions.length === 0}
            width={360}
          >
            <ActionsEditor
              actions={step.actions}
              onChange={(actions) => {
                change({ actions }, "actions");
              }}
            />
          </Chip>
        </ChipLine>
      );
    case "go-to":
      return (
        <ChipLine>
          <Chip label="Go to" value={goToWords(step)} icon={<Timer aria-hidden />} width={340}>
            <GoToEditor
              step={step}
              onChange={(next) => {
                change(next, "go to");
              }}
            />
          </Chip>
        </ChipLine>
      );
    case "end":
      return null;
  }
}

function EmailChips({ step }: { step: EmailStep }) {
  const change = useStepChange(step);
  const words = useStepWords();
  const schedule = useEditorState((state) => state.plan.schedule);
  return (
    <ChipLine>
      <Chip
        label="Trigger"
        value={triggerWords(step.trigger, words)}
        icon={<Zap aria-hidden />}
        isMuted={step.trigger.kind === "previous"}
        width={340}
      >
        <TriggerEditor
          step={step}
          onChange={(trigger) => {
            change({ trigger }, "trigger");
          }}
        />
      </Chip>
      <Chip
        label="Delay"
        value={delayWords(step)}
        icon={<Timer aria-hidden />}
        isMuted={step.delay.amount === 0}
      >
        <DelayEditor
          delay={step.delay}
          onChange={(delay) => {
            change({ delay }, "delay");
          }}
        />
      </Chip>
      <Chip
        label="Schedule"
        value={scheduleWords(step.schedule ?? schedule)}
        icon={<CalendarClock aria-hidden />}
        isMuted={step.schedule === null}
        width={340}
      >
        <ScheduleEditor
          schedule={step.schedule}
          inherited={schedule}
          onChange={(next) => {
            change({ schedule: next }, "schedule");
          }}
        />
      </Chip>
      <Chip
        label="Only to"
        value={onlyToWords(step.onlyTo, words)}
        icon={<UsersRound aria-hidden />}
        isMuted={step.onlyTo === null}
        width={480}
      >
        <OnlyToEditor
          onlyTo={step.onlyTo}
          onChange={(onlyTo) => {
            change({ onlyTo }, "only to");
          }}
        />
      </Chip>
      <Chip
        label="Then"
        value={
          step.actions.length === 0
            ? "then nothing"
            : `then ${actionsWords(step.actions, words.names)}`
        }
        icon={<Sparkles aria-hidden />}
        isMuted={step.actions.length === 0}
        width={360}
      >
        <ActionsEditor
          actions={step.actions}
          onChange={(actions) => {
            change({ actions }, "actions");
          }}
        />
      </Chip>
    </ChipLine>
  );
}

function ChipLine({ children }: { children: React.ReactNode }) {
  return (
    <div className="-ml-1.5 flex min-w-0 flex-wrap items-center gap-x-0.5 gap-y-1">{children}</div>
  );
}
