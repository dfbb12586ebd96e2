import type { Editor } from "@tiptap/react";
import type { CampaignPlan, EmailStep } from "#core/domain/campaign.ts";
import type { EmailContent } from "#core/domain/email-content.ts";
import { BlockList } from "./block-list.tsx";
import { PlainTextPart } from "./plain-text-part.tsx";
import type { PlacedProblem } from "./place-problems.ts";
import { ResendNote } from "./resend-note.tsx";
import { SubjectFields } from "./subject-fields.tsx";
import { TextTools } from "./text-tools.tsx";

interface WritePaneProps {
  campaignId: string;
  step: EmailStep;
  plan: CampaignPlan;
  original: EmailContent | undefined;
  problems: readonly PlacedProblem[];
  /** The text the tools work on. */
  textEditor: Editor | null;
  /** The block it is in; the tools of another text begin anew, for they do not look at one until it changes. */
  textPlace: string;
}

/** Everything a person writes: subject, preheader, blocks, and the text part where it is their own. */
export function WritePane(props: WritePaneProps) {
  const { campaignId, step, plan, original, problems, textEditor, textPlace } = props;
  return (
    <div className="mx-auto flex max-w-3xl flex-col px-6 pt-5 pb-10">
      {original && <ResendNote campaignId={campaignId} step={step} plan={plan} />}
      <SubjectFields problems={problems} original={original} />
      {!original && (
        <section aria-label="Content" className="mt-5 flex flex-col">
          <TextTools key={textPlace} editor={textEditor} />
          <BlockList problems={problems} />
          <PlainTextPart problems={problems} />
        </section>
      )}
    </div>
  );
}
