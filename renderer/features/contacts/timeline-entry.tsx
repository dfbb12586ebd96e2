import { ChevronRight } from "lucide-react";
import { memo, useId, useState } from "react";
import { Button, Link } from "react-aria-components";
import { Badge } from "../../ui/badge.tsx";
import { classes } from "../../ui/classes.ts";
import { DateTime } from "../../ui/date-time.tsx";
import type { Tone } from "../../ui/tone.ts";
import { isAboutEmail, type TimelineItem } from "./timeline-days.ts";
import { WhyFacts } from "./why-facts.tsx";
import { TimelineIcon } from "./timeline-icon.tsx";

interface TimelineEntryProps {
  contactId: string;
  item: TimelineItem;
  /** Names of the campaigns the contact is or was in. */
  campaigns: ReadonlyMap<string, string>;
}

/** There is one in nearly every entry, so it draws no eye. */
const quietLink =
  "cursor-pointer rounded-sm text-ink-soft underline decoration-line-strong underline-offset-3 data-hovered:text-accent-text";

const classWords: Readonly<Record<"human" | "machine" | "unsure", [string, Tone]>> = {
  human: ["Human", "good"],
  machine: ["Machine", "neutral"],
  unsure: ["Unsure", "warn"],
};

/** One thing that happened or will, with its recorded reason behind "Why?". There can be thousands. */
export const TimelineEntry = memo(function TimelineEntry(props: TimelineEntryProps) {
  const { contactId, item, campaigns } = props;
  const [isOpen, setOpen] = useState(false);
  const whyId = useId();
  const { campaignId, stepId, why } = item;
  const badge = item.class === null ? undefined : classWords[item.class];
  return (
    <li className="flex gap-3 py-2">
      <TimelineIcon kind={item.kind} isUpcoming={item.isUpcoming} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5 pt-1">
        <p className="flex items-start gap-2 text-base text-ink">
          <span className="line-clamp-4 min-w-0 flex-1 wrap-anywhere" title={item.text}>
            {item.text}
          </span>
          {badge && <Badge tone={badge[1]}>{badge[0]}</Badge>}
          <span className="text-sm text-ink-soft">
            <DateTime at={item.at} format="time" isZoneHidden />
          </span>
        </p>
        {(campaignId !== null || why !== null) && (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs">
            {why !== null && (
              <Button
                aria-expanded={isOpen}
                aria-controls={whyId}
                onPress={() => {
                  setOpen(!isOpen);
                }}
                className="-ml-1 inline-flex cursor-default items-center gap-0.5 rounded-sm pr-1 font-medium text-ink-soft data-hovered:bg-hover data-hovered:text-ink"
              >
                <ChevronRight
                  className={classes("size-3.5 transition-transform", isOpen && "rotate-90")}
                  aria-hidden
                />
                Why?
              </Button>
            )}
            {campaignId !== null && (
              <Link href={`/campaigns/${campaignId}`} className={quietLink}>
                {campaigns.get(campaignId) ?? "Campaign"}
              </Link>
            )}
            {campaignId !== null && stepId !== null && isAboutEmail(item) && (
              <Link href={`/campaigns/${campaignId}/emails/${stepId}`} className={quietLink}>
                Email
              </Link>
            )}
          </div>
        )}
        <div id={whyId} hidden={!isOpen}>
          {campaignId !== null && stepId !== null && isAboutEmail(item) ? (
            isOpen && <WhyFacts contactId={contactId} campaignId={campaignId} stepId={stepId} />
          ) : (
            <p className="mt-0.5 border-l-2 border-line pl-2 text-sm text-ink-soft">{why}</p>
          )}
        </div>
      </div>
    </li>
  );
});
