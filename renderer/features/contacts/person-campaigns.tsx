import { useId } from "react";
import { Badge } from "../../ui/badge.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import type { Contact } from "./details.ts";
import { RunMenu } from "./run-menu.tsx";
import { enrollmentState, placeWords } from "./enrollment-words.ts";

interface PersonCampaignsProps extends Pick<Contact, "enrollments"> {
  who: string;
}

/** Which campaigns a contact is or was in, where, since when, and when it goes on. */
export function PersonCampaigns({ enrollments, who }: PersonCampaignsProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3">
      <h2 id={headingId} className="flex min-h-8 items-center text-lg font-semibold text-ink">
        Campaigns
      </h2>
      {enrollments.length === 0 ? (
        <p className="text-base text-ink-soft">This person has not been in a campaign yet.</p>
      ) : (
        <ul className="divide-y divide-line rounded-xl border border-line shadow-low">
          {enrollments.map((run) => {
            const [word, tone] = enrollmentState(run.state);
            return (
              <li key={run.id} className="flex flex-col gap-1 px-4 py-3">
                <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <TextLink href={`/campaigns/${run.campaignId}`}>{run.campaignName}</TextLink>
                  <Badge tone={tone} hasDot>
                    {word}
                  </Badge>
                  {run.nextAt !== null && (
                    <span className="ml-auto text-sm text-ink">
                      Next: <DateTime at={run.nextAt} format="short" />
                    </span>
                  )}
                  {(run.state === "active" || run.state === "held") && (
                    <span className={run.nextAt === null ? "ml-auto" : ""}>
                      <RunMenu run={run} who={who} />
                    </span>
                  )}
                </div>
                <p className="text-sm text-ink-soft">
                  {placeWords(run)} · since <DateTime at={run.enteredAt} format="short" />
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
