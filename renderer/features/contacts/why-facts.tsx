import type { OutputOf } from "../../client/call-name.ts";
import { useCall } from "../../client/use-call.ts";
import { Badge } from "../../ui/badge.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import type { Tone } from "../../ui/tone.ts";

const verdicts: Readonly<Record<OutputOf<"contacts.why">["verdict"], readonly [string, Tone]>> = {
  sent: ["Sent", "good"],
  coming: ["Still to come", "accent"],
  "not-sent": ["Not sent", "neutral"],
};

interface WhyFactsProps {
  contactId: string;
  campaignId: string;
  stepId: string;
}

/** How an email stands to a person, and one sentence for everything that led there. */
export function WhyFacts({ contactId, campaignId, stepId }: WhyFactsProps) {
  const call = useCall(
    "contacts.why",
    { id: contactId, campaignId, stepId },
    { topics: ["messages", "campaigns", "contacts"] },
  );
  return (
    <Loaded call={call} height={60}>
      {({ verdict, facts }) => {
        const [word, tone] = verdicts[verdict];
        return (
          <div className="flex flex-col gap-2 py-1">
            <div>
              <Badge tone={tone} hasDot>
                {word}
              </Badge>
            </div>
            <ol className="flex flex-col gap-1 border-l-2 border-line pl-3 text-sm text-ink-soft">
              {facts.map(({ at, text }, index) => (
                <li key={index} className="flex flex-col">
                  {at !== null && (
                    <span className="text-xs text-ink-faint">
                      <DateTime at={at} isZoneHidden />
                    </span>
                  )}
                  <span className="text-ink wrap-anywhere">{text}</span>
                </li>
              ))}
            </ol>
          </div>
        );
      }}
    </Loaded>
  );
}
