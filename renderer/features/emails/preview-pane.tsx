import { AlignLeft, MailQuestionMark, Monitor, Smartphone } from "lucide-react";
import { useMemo, useState } from "react";
import { isEmpty, type EmailContent } from "#core/domain/email-content.ts";
import { useCall } from "../../client/use-call.ts";
import { Banner } from "../../ui/banner.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ContactPicker } from "./contact-picker.tsx";
import { indexOf } from "./edit-blocks.ts";
import { InboxRow } from "./inbox-row.tsx";
import { previewDocument } from "./preview-document.ts";
import { PreviewStage, type Device } from "./preview-stage.tsx";

interface PreviewPaneProps {
  content: EmailContent;
  /** Where the person writes. */
  place: string | null;
  contactId: string | null;
  onContact: (contactId: string | null) => void;
}

const VIEWS = [
  { value: "desktop", label: "Desktop", icon: <Monitor aria-hidden /> },
  { value: "phone", label: "Phone", icon: <Smartphone aria-hidden /> },
  { value: "text", label: "Plain text", icon: <AlignLeft aria-hidden /> },
] as const;

/** The email as one person would get it: in the inbox, on a desktop, on a phone, as plain text. */
export function PreviewPane({ content, place, contactId, onContact }: PreviewPaneProps) {
  const [view, setView] = useState<Device | "text">("desktop");
  const { data, error, refetch } = useCall(
    "emails.preview",
    { content, contactId },
    { keepsPrevious: true, isForgotten: true, topics: ["contacts", "settings"] },
  );
  const index = place === null ? -1 : indexOf(content, place);
  const html = data?.html ?? "";
  const document = useMemo(
    () => (html === "" ? "" : previewDocument(html, { blockIndex: index < 0 ? null : index })),
    [html, index],
  );
  // What is wrong for this person alone; the rest stands where it is written.
  const refusal =
    html === "" ? data?.problems.findLast(({ severity }) => severity === "error") : undefined;

  return (
    <section aria-label="Preview" className="flex h-full min-h-0 flex-col bg-canvas">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2.5">
        <div className="flex min-w-0 items-center gap-2">
          <span aria-hidden className="text-sm text-ink-soft">
            As
          </span>
          <div className="w-44">
            <ContactPicker
              label="Preview as"
              isLabelHidden
              value={contactId}
              onChange={onContact}
            />
          </div>
        </div>
        <SegmentedControl label="Preview on" options={VIEWS} value={view} onChange={setView} />
      </div>
      {data && html !== "" && <InboxRow subject={data.subject} html={html} />}
      {error && !data ? (
        <ErrorState
          title="The preview could not be made"
          error={error}
          onRetry={() => void refetch()}
        />
      ) : !data ? (
        <div className="p-6">
          <Skeleton height={320} />
        </div>
      ) : isEmpty(content) ? (
        <div className="grid min-h-0 flex-1 place-items-center">
          <EmptyState icon={<MailQuestionMark />} title="This email is empty">
            What you write appears here as its readers will see it.
          </EmptyState>
        </div>
      ) : html === "" ? (
        <div className="p-6">
          <Banner tone="warn" title="There is no preview for this person">
            {refusal?.text ?? "The email cannot be made."}
          </Banner>
        </div>
      ) : view === "text" ? (
        <pre
          tabIndex={0}
          aria-label="Plain text of the email"
          className="m-4 min-h-0 flex-1 overflow-auto rounded-lg border border-line bg-surface p-5 font-mono text-sm whitespace-pre-wrap text-ink"
        >
          {data.text}
        </pre>
      ) : (
        <PreviewStage document={document} device={view} />
      )}
    </section>
  );
}
