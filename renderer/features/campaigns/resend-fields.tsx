import { useEffect, useRef, useState } from "react";
import { emailsBefore, findStep } from "#core/domain/campaign.ts";
import type { EmailStep } from "#core/domain/campaign.ts";
import { stepName } from "#core/domain/step-name.ts";
import type { OutputOf } from "../../client/call-name.ts";
import { useAction } from "../../client/use-action.ts";
import { useCall } from "../../client/use-call.ts";
import { subjectWords } from "#core/domain/subject-words.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useEditor, useEditorState } from "./editor-context.ts";
import { useStepChange } from "./use-step-change.ts";

/** Which email is sent again, and under which subject. */
export function ResendFields({ step }: { step: EmailStep }) {
  const { campaign } = useEditor();
  const plan = useEditorState((state) => state.plan);
  const change = useStepChange(step);
  const original = step.resendOf === null ? undefined : findStep(plan.steps, step.resendOf);
  const emails = emailsBefore(plan.steps, step.id).filter(({ resendOf }) => resendOf === null);
  return (
    <>
      <Select
        label="Sends again"
        placeholder="An email that is gone"
        options={emails.map((email) => ({ value: email.id, label: stepName(email) }))}
        value={original?.id ?? null}
        onChange={(resendOf) => {
          change({ resendOf }, "resend");
        }}
      />
      <ResendSubject
        step={step}
        originalSubject={subjectWords(campaign.emails[step.resendOf ?? ""]?.subject ?? "")}
      />
      {original && (
        <div>
          <ButtonLink href={`/campaigns/${campaign.id}/emails/${original.id}`}>
            Open “{stepName(original)}”
          </ButtonLink>
        </div>
      )}
    </>
  );
}

interface ResendSubjectProps {
  step: EmailStep;
  originalSubject: string;
}

function ResendSubject({ step, originalSubject }: ResendSubjectProps) {
  const { campaign } = useEditor();
  const { data, error } = useCall("emails.get", { campaignId: campaign.id, stepId: step.id });
  if (error) return <p className="text-sm text-bad-text">{error.message}</p>;
  if (!data) return <Skeleton height={52} />;
  return (
    <SubjectField
      step={step}
      content={data.content}
      placeholder={originalSubject || "The same subject"}
    />
  );
}

interface SubjectFieldProps {
  step: EmailStep;
  content: OutputOf<"emails.get">["content"];
  placeholder: string;
}

/** Saves the subject when the field is left, on Enter, and when the panel closes. */
function SubjectField({ step, content, placeholder }: SubjectFieldProps) {
  const { campaign, store, api } = useEditor();
  const [subject, setSubject] = useState(content.subject);
  const save = useAction("emails.save", { isErrorShown: true });
  const unsaved = useRef<() => void>(undefined);

  function commit() {
    unsaved.current = undefined;
    if (subject === content.subject) return;
    // The step itself may be new and on its way to the disk.
    void store.flush().then(() => {
      save.mutate({
        campaignId: campaign.id,
        stepId: step.id,
        content: { ...content, subject },
      });
    });
  }
  useEffect(
    () => () => {
      unsaved.current?.();
    },
    [],
  );

  return (
    <TextField
      label="New subject"
      description="Another subject is often what it takes. Left empty, the old one is used."
      placeholder={placeholder}
      value={subject}
      onChange={(next) => {
        setSubject(next);
        unsaved.current = () =>
          void store.flush().then(() =>
            api.emails.save({
              campaignId: campaign.id,
              stepId: step.id,
              content: { ...content, subject: next },
            }),
          );
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
      }}
      errorMessage={save.error?.message}
    />
  );
}
