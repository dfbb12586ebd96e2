import type { EmailStep } from "#core/domain/campaign.ts";
import { stepName } from "#core/domain/step-name.ts";
import type { Interaction, InteractionTarget } from "#core/domain/trigger.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Select } from "../../ui/select.tsx";
import { SeveralEmails } from "./several-emails.tsx";
import { useEditor } from "./editor-context.ts";

const deeds: readonly { value: string; label: string }[] = [
  { value: "clicked", label: "Clicked" },
  { value: "not clicked", label: "Did not click" },
  { value: "opened", label: "Opened" },
  { value: "not opened", label: "Did not open" },
  { value: "replied", label: "Replied" },
  { value: "not replied", label: "Did not reply" },
];

const LAST = "last";
const several = { value: "several", label: "Several together" };

interface InteractionFieldsProps {
  interaction: Interaction;
  /** Emails that may have been sent before. */
  emails: readonly EmailStep[];
  onChange: (interaction: Interaction) => void;
}

/** What they did, or did not do, with which email before, and on which links. */
export function InteractionFields({ interaction, emails, onChange }: InteractionFieldsProps) {
  const { did, negated, target } = interaction;
  const targetId = target.kind === "step" ? target.stepId : target.kind;
  return (
    <>
      <Select
        label="What they did"
        options={deeds}
        value={negated ? `not ${did}` : did}
        onChange={(deed) => {
          const next = deed.replace("not ", "") as Interaction["did"];
          onChange({
            ...interaction,
            did: next,
            negated: deed.startsWith("not "),
            linkIds: next === "clicked" ? interaction.linkIds : null,
          });
        }}
      />
      <Select
        label="With which email"
        options={[
          { value: LAST, label: "The last one they were sent" },
          ...emails.map((email) => ({ value: email.id, label: stepName(email) })),
          ...(emails.length > 1 || target.kind === "several" ? [several] : []),
        ]}
        value={targetId}
        onChange={(id) => {
          if (id === targetId) return;
          onChange({
            ...interaction,
            target: targetOf(id),
            linkIds: null,
          });
        }}
      />
      {target.kind === "several" && (
        <SeveralEmails
          target={target}
          emails={emails}
          onChange={(next) => {
            onChange({ ...interaction, target: next });
          }}
        />
      )}
      {did === "clicked" && target.kind === "step" && (
        <LinkChoices
          stepId={target.stepId}
          linkIds={interaction.linkIds}
          onChange={(linkIds) => {
            onChange({ ...interaction, linkIds });
          }}
        />
      )}
    </>
  );
}

function targetOf(id: string): InteractionTarget {
  if (id === LAST) return { kind: "last" };
  return id === several.value
    ? { kind: "several", stepIds: null, atLeast: 1 }
    : { kind: "step", stepId: id };
}

interface LinkChoicesProps {
  stepId: string;
  linkIds: readonly string[] | null;
  onChange: (linkIds: readonly string[] | null) => void;
}

function LinkChoices({ stepId, linkIds, onChange }: LinkChoicesProps) {
  const { campaign } = useEditor();
  const links = campaign.emails[stepId]?.links ?? [];
  const gone = (linkIds ?? []).filter((id) => !links.some(({ linkId }) => linkId === id));
  if (links.length === 0 && gone.length === 0)
    return <p className="text-sm text-ink-soft">This email has no links yet.</p>;

  function toggle(id: string, isOn: boolean) {
    const others = (linkIds ?? []).filter((each) => each !== id);
    const next = isOn ? [...others, id] : others;
    onChange(next.length === 0 ? null : next);
  }

  return (
    <div role="group" aria-label="Which links" className="flex flex-col gap-1.5">
      <span className="text-sm font-medium text-ink">Which links</span>
      <Checkbox
        isSelected={linkIds === null}
        onChange={(isAny) => {
          onChange(isAny ? null : links.map(({ linkId }) => linkId));
        }}
      >
        Any link
      </Checkbox>
      {links.map(({ linkId, label, url }) => (
        <Checkbox
          key={linkId}
          isSelected={linkIds?.includes(linkId) ?? false}
          onChange={(isOn) => {
            toggle(linkId, isOn);
          }}
          description={url}
        >
          {label}
        </Checkbox>
      ))}
      {gone.map((id) => (
        <Checkbox
          key={id}
          isSelected
          onChange={() => {
            toggle(id, false);
          }}
        >
          A link that is gone
        </Checkbox>
      ))}
    </div>
  );
}
