import { Link2, PenLine } from "lucide-react";
import type { EmailStep } from "#core/domain/campaign.ts";
import { subjectWords } from "#core/domain/subject-words.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useEditor } from "./editor-context.ts";
import { ResendFields } from "./resend-fields.tsx";
import { StepProblems } from "./step-problems.tsx";
import { useStepChange } from "./use-step-change.ts";

/** What an email says, as far as the outline needs to know, and the way to where it is written. */
export function EmailTab({ step }: { step: EmailStep }) {
  const { campaign } = useEditor();
  const change = useStepChange(step);
  const written = campaign.emails[step.id];
  const subject = subjectWords(written?.subject ?? "");
  const links = written?.links ?? [];
  return (
    <div className="flex flex-col gap-4">
      <StepProblems stepId={step.id} />
      <TextField
        label="Name"
        description="For you: in this outline, in triggers and in reports."
        value={step.name}
        onChange={(name) => {
          change({ name }, "name");
        }}
      />
      {step.resendOf === null ? (
        <>
          <dl className="flex flex-col gap-1">
            <dt className="text-sm font-medium text-ink">Subject</dt>
            <dd className="text-base text-ink-soft">{subject || "Not written yet"}</dd>
          </dl>
          <div>
            <ButtonLink
              href={`/campaigns/${campaign.id}/emails/${step.id}`}
              variant={subject === "" ? "primary" : "secondary"}
              icon={<PenLine aria-hidden />}
            >
              Write the email
            </ButtonLink>
          </div>
        </>
      ) : (
        <ResendFields key={step.id} step={step} />
      )}
      <section aria-label="Links" className="flex flex-col gap-2 border-t border-line pt-4">
        <h3 className="text-sm font-medium text-ink">Links</h3>
        {links.length === 0 ? (
          <p className="text-sm text-ink-soft">
            No links yet. With one, later steps can react to who clicked it.
          </p>
        ) : (
          <ul className="flex flex-col gap-1.5">
            {links.map(({ linkId, label, url }) => (
              <li key={linkId} className="flex min-w-0 items-start gap-2 text-sm">
                <Link2 aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
                <span className="flex min-w-0 flex-col">
                  <span className="truncate text-ink">{label}</span>
                  <span className="truncate text-xs text-ink-soft">{url}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
