import { useMemo, useState } from "react";
import { useCall } from "../../client/use-call.ts";
import { Badge } from "../../ui/badge.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Page } from "../../ui/page.tsx";
import { addTagTo, removeTagFrom } from "./bulk-actions.ts";
import { contactCrumbs } from "./contact-crumbs.ts";
import { mailWords, statusTones, statusWords, titleOf } from "./contact-words.ts";
import type { Contact, ContactField } from "./details.ts";
import { DetailsForm } from "./details-form.tsx";
import { PersonActions } from "./person-actions.tsx";
import { PersonCampaigns } from "./person-campaigns.tsx";
import { PersonFacts } from "./person-facts.tsx";
import { PersonTags } from "./person-tags.tsx";
import { SnoozeBanner } from "./snooze-banner.tsx";
import { TagDialog } from "./tag-dialog.tsx";
import { Timeline } from "./timeline.tsx";
import { useBulk } from "./use-bulk.ts";

interface PersonViewProps {
  contact: Contact;
  fields: readonly ContactField[];
}

export function PersonView({ contact, fields }: PersonViewProps) {
  const { id, status, tags, enrollments } = contact;
  const { run } = useBulk();
  const [isTagging, setTagging] = useState(false);
  const stages = useCall("settings.listStages", {}, { topics: ["contacts"] }).data;
  const stage = stages?.find((known) => known.id === contact.stageId)?.name;
  const who = titleOf(contact);
  const notice = mailWords(contact);
  const campaigns = useMemo(
    () => new Map(enrollments.map(({ campaignId, campaignName }) => [campaignId, campaignName])),
    [enrollments],
  );
  return (
    <Page
      title={who}
      crumbs={contactCrumbs}
      isFilled
      badge={
        <>
          <Badge tone={statusTones[status]} hasDot>
            {statusWords[status]}
          </Badge>
          {stage !== undefined && <Badge tone="accent">{stage}</Badge>}
        </>
      }
      description={<PersonFacts contact={contact} />}
      actions={
        <PersonActions
          contact={contact}
          run={run}
          onTag={() => {
            setTagging(true);
          }}
        />
      }
    >
      {notice !== null && (
        <div className="pb-5">
          <Banner tone="warn">{notice}</Banner>
        </div>
      )}
      {contact.snoozedUntil !== null && notice === null && (
        <SnoozeBanner id={id} until={contact.snoozedUntil} who={who} />
      )}
      <div className="-mx-8 -mb-10 flex min-h-0 flex-1 border-t border-line">
        <div className="flex w-88 shrink-0 flex-col gap-5 overflow-auto border-r border-line px-8 pt-5 pr-5">
          <PersonTags
            tags={tags}
            onAdd={() => {
              setTagging(true);
            }}
            onRemove={(tag) => void removeTagFrom(run, [id], tag, who)}
          />
          <DetailsForm contact={contact} fields={fields} />
        </div>
        <div className="min-w-0 flex-1 overflow-auto px-8 pt-4 pb-10">
          <div className="flex max-w-4xl flex-col gap-7">
            <PersonCampaigns enrollments={enrollments} who={who} />
            <Timeline contactId={id} who={who} campaigns={campaigns} />
          </div>
        </div>
      </div>
      {isTagging && (
        <TagDialog
          kind="add"
          who={who}
          onTag={(tag) => void addTagTo(run, [id], tag, who)}
          onClose={() => {
            setTagging(false);
          }}
        />
      )}
    </Page>
  );
}
