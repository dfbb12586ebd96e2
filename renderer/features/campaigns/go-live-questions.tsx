import { CalendarClock, Info, Mail, MailX, Radio, UsersRound, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { OutputOf } from "../../client/call-name.ts";
import { useWorld } from "../../client/world.ts";
import { Banner } from "../../ui/banner.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { people } from "./people-words.ts";

export type Existing = "start" | "only-new";

interface GoLiveQuestionsProps {
  preview: OutputOf<"campaigns.goLivePreview">;
  existing: Existing;
  onExisting: (existing: Existing) => void;
  isPublishing: boolean;
  refusal: string | undefined;
}

/** Who starts, when the first mail leaves, what one goes without. */
export function GoLiveQuestions(props: GoLiveQuestionsProps) {
  const { preview, existing, onExisting, isPublishing, refusal } = props;
  const { matching, suppressed, untracked, firstSendAt, startWords, plainWords, movedPeople } =
    preview;
  const isPractice = useWorld() === "practice";
  return (
    <>
      {isPractice && (
        <p>This is practice: every mail ends in the practice inbox and nobody gets anything.</p>
      )}
      {matching === 0 ? (
        <p>Nobody matches yet. It waits for the first people to come in.</p>
      ) : (
        <RadioGroup
          label={
            isPublishing
              ? `${people(matching)} match now; those inside stay where they are`
              : `${people(matching)} already match`
          }
          isCards
          options={[
            {
              value: "start",
              label: isPublishing ? "Also start those who are not inside" : "Start them now",
              description: isPublishing
                ? "As far as they may come in again; they begin at the first step."
                : "They begin at the first step, as soon as the campaign is live.",
            },
            {
              value: "only-new",
              label: "Only people who come from now on",
              description: "Those who match already get nothing from it.",
            },
          ]}
          value={existing}
          onChange={onExisting}
        />
      )}
      <ul className="flex flex-col gap-2.5">
        {firstSendAt !== null && matching > 0 && existing === "start" && !isPublishing && (
          <Fact icon={Mail}>
            The first mail leaves <DateTime at={firstSendAt} /> at the earliest.
          </Fact>
        )}
        {suppressed > 0 && (
          <Fact icon={MailX}>
            {people(suppressed)} more would match, but may not be mailed: they unsubscribed, bounced
            or complained.
          </Fact>
        )}
        {untracked > 0 && (
          <Fact icon={Radio}>
            {untracked.toLocaleString("en-GB")} of {people(matching)} are not tracked. Steps that
            react to opens and clicks take the otherwise way for them.
          </Fact>
        )}
        {startWords.map((text) => (
          <Fact key={text} icon={CalendarClock}>
            {text}
          </Fact>
        ))}
        {movedPeople.map(({ stepId, text }) => (
          <Fact key={stepId} icon={UsersRound}>
            {text}
          </Fact>
        ))}
        {isPublishing && (
          <Fact icon={UsersRound}>
            {movedPeople.length === 0 ? "Nobody is moved. " : ""}People inside follow the new
            version from their next move on; nobody gets the same email twice.
          </Fact>
        )}
        {plainWords.map((text) => (
          <Fact key={text} icon={Radio}>
            {text}
          </Fact>
        ))}
        {preview.problems.map(({ text }) => (
          <Fact key={text} icon={Info}>
            {text}
          </Fact>
        ))}
      </ul>
      {refusal !== undefined && (
        <Banner tone="bad" isUrgent>
          {refusal}
        </Banner>
      )}
    </>
  );
}

function Fact({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2.5 text-pretty">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      <span>{children}</span>
    </li>
  );
}
