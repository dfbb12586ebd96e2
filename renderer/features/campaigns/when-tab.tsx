import type { EmailStep } from "#core/domain/campaign.ts";
import { sendExamples } from "#core/domain/send-examples.ts";
import { useCall } from "../../client/use-call.ts";
import { DateTime, useZone } from "../../ui/date-time.tsx";
import { zoneWords } from "../../ui/format-instant.ts";
import { DelayEditor } from "./delay-editor.tsx";
import { useEditorState, useStepWords } from "./editor-context.ts";
import { ScheduleEditor } from "./schedule-editor.tsx";
import { whenSentence } from "./step-words.ts";
import { TriggerEditor } from "./trigger-editor.tsx";
import { useStepChange } from "./use-step-change.ts";

/** Trigger, delay and schedule, and what they come to: one sentence and three people. */
export function WhenTab({ step }: { step: EmailStep }) {
  const change = useStepChange(step);
  const schedule = useEditorState((state) => state.plan.schedule);
  return (
    <div className="flex flex-col gap-5">
      <TriggerEditor
        step={step}
        onChange={(trigger) => {
          change({ trigger }, "trigger");
        }}
      />
      <hr className="border-line" />
      <DelayEditor
        delay={step.delay}
        onChange={(delay) => {
          change({ delay }, "delay");
        }}
      />
      <hr className="border-line" />
      <ScheduleEditor
        schedule={step.schedule}
        inherited={schedule}
        onChange={(next) => {
          change({ schedule: next }, "schedule");
        }}
      />
      <WhenInWords step={step} />
    </div>
  );
}

function WhenInWords({ step }: { step: EmailStep }) {
  const words = useStepWords();
  const businessZone = useZone();
  const inherited = useEditorState((state) => state.plan.schedule);
  const now = useCall("settings.status", {}, { topics: ["practice"] }).data?.now;
  const quiet = useCall("settings.get", {}).data?.quietHours;
  const examples =
    now === undefined || quiet === undefined
      ? []
      : sendExamples(step, { from: now, businessZone, inherited, quiet });
  return (
    <section aria-label="In words" className="flex flex-col gap-2.5 rounded-lg bg-sunken p-3">
      <p className="text-base text-pretty text-ink">{whenSentence(step, words)}</p>
      {examples.length > 0 && (
        <>
          <p className="text-xs text-ink-soft">{leadWords(step)}</p>
          <ul className="flex flex-col gap-1 text-sm">
            {examples.map(({ name, ownZone, zone, at }) => (
              <li key={name} className="flex flex-wrap justify-between gap-x-3">
                <span className="text-ink-soft">
                  {name} ({ownZone === null ? "no zone, so yours" : zoneWords(ownZone)})
                </span>
                <span className="text-ink">
                  <DateTime at={at} zone={zone} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function leadWords({ trigger }: EmailStep): string {
  if (trigger.kind === "previous") return "If the step before ended right now:";
  return trigger.interaction.negated
    ? "If it were this email’s turn right now, and they did not:"
    : "If they did so right now:";
}
