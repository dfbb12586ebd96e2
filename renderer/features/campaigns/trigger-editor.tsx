import { emailsBefore } from "#core/domain/campaign.ts";
import type { EmailStep, StepTrigger } from "#core/domain/campaign.ts";
import type { Interaction } from "#core/domain/trigger.ts";
import { DurationFields } from "./duration-fields.tsx";
import { useEditorState } from "./editor-context.ts";
import { InteractionFields } from "./interaction-fields.tsx";
import { OtherwiseChoice } from "./otherwise-choice.tsx";
import { PresetChoices, type Preset } from "./preset-choices.tsx";

interface TriggerEditorProps {
  step: EmailStep;
  onChange: (trigger: StepTrigger) => void;
}

/** What starts an email: the step before it, or what people did with an email above it. */
export function TriggerEditor({ step, onChange }: TriggerEditorProps) {
  const plan = useEditorState((state) => state.plan);
  const emails = emailsBefore(plan.steps, step.id);
  const { trigger } = step;
  if (emails.length === 0 && trigger.kind === "previous")
    return (
      <p className="text-base text-ink-soft">
        There is no email above this one, so it is started by the step before it. Put an email above
        it to react to opens, clicks and replies.
      </p>
    );

  function preset(id: string, label: string, change: Partial<Interaction>): Preset {
    const wanted = { ...lastClicked, ...change };
    return {
      id,
      label,
      isChosen:
        trigger.kind === "interaction" &&
        JSON.stringify(trigger.interaction) === JSON.stringify(wanted),
      choose: () => {
        onChange(reacting(trigger, wanted));
      },
    };
  }

  return (
    <div className="flex flex-col gap-4">
      <PresetChoices
        label="Starts"
        presets={[
          {
            id: "previous",
            label: "After the step before",
            isChosen: trigger.kind === "previous",
            choose: () => {
              onChange({ kind: "previous" });
            },
          },
          preset("clicked", "If they clicked in the last email", {}),
          preset("not-opened", "If they did not open the last email", {
            did: "opened",
            negated: true,
          }),
        ]}
      >
        <InteractionFields
          interaction={trigger.kind === "interaction" ? trigger.interaction : lastClicked}
          emails={emails}
          onChange={(interaction) => {
            onChange(reacting(trigger, interaction));
          }}
        />
      </PresetChoices>
      {trigger.kind === "interaction" && (
        <>
          <DurationFields
            label="Within"
            value={trigger.within}
            minAmount={1}
            onChange={(within) => {
              onChange({ ...trigger, within });
            }}
          />
          <OtherwiseChoice
            label={trigger.interaction.negated ? "Everyone else" : "Whoever does not"}
            value={trigger.otherwise}
            onChange={(otherwise) => {
              onChange({ ...trigger, otherwise });
            }}
          />
        </>
      )}
    </div>
  );
}

const lastClicked: Interaction = {
  did: "clicked",
  negated: false,
  target: { kind: "last" },
  linkIds: null,
};

/** The same trigger with another interaction, or a new one with three days for it. */
function reacting(trigger: StepTrigger, interaction: Interaction): StepTrigger {
  return trigger.kind === "interaction"
    ? { ...trigger, interaction }
    : {
        kind: "interaction",
        interaction,
        within: { amount: 3, unit: "days" },
        otherwise: "skip",
      };
}
