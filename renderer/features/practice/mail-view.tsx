import { type ReactNode, useState } from "react";
import type { OutputOf } from "../../client/call-name.ts";
import { useCall } from "../../client/use-call.ts";
import { MailFrame } from "../../parts/mail-frame/mail-frame.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { ActAsRecipient } from "./act-as-recipient.tsx";

type Mail = OutputOf<"practice.getMail">;

const ways = [
  { value: "mail", label: "Mail" },
  { value: "text", label: "Plain text" },
  { value: "headers", label: "Headers" },
] as const;

/** One mail, and what its recipient can do with it. */
export function MailView({ id }: { id: number }) {
  // The last mail stays until the next one is there, so that nothing flickers on the way through the list.
  const call = useCall("practice.getMail", { id }, { keepsPrevious: true });
  const [way, setWay] = useState<(typeof ways)[number]["value"]>("mail");
  return (
    <Loaded call={call} height={400}>
      {(mail) => (
        <article aria-label={mail.subject} className="flex h-full min-h-96 flex-col gap-4 p-5">
          <header className="flex flex-col gap-1">
            <div className="flex items-start justify-between gap-4">
              <h2 className="min-w-0 pt-1 text-lg font-semibold wrap-anywhere text-ink">
                {mail.subject}
              </h2>
              <div className="shrink-0">
                <SegmentedControl
                  label="Ways to read the mail"
                  options={ways}
                  value={way}
                  onChange={setWay}
                />
              </div>
            </div>
            <p className="text-sm text-ink-soft">
              To{" "}
              {mail.contactId === null ? (
                mail.to
              ) : (
                <TextLink href={`/contacts/${mail.contactId}`}>{mail.to}</TextLink>
              )}{" "}
              from {mail.from}, <DateTime at={mail.at} />
            </p>
          </header>
          <ActAsRecipient key={mail.id} mailId={mail.id} to={mail.to} links={mail.links} />
          <div className="min-h-0 flex-1 overflow-hidden rounded-lg border border-line">
            <Content mail={mail} way={way} />
          </div>
        </article>
      )}
    </Loaded>
  );
}

function Content({ mail, way }: { mail: Mail; way: (typeof ways)[number]["value"] }) {
  switch (way) {
    case "mail":
      return <MailFrame title={`The mail “${mail.subject}”`} html={mail.html} />;
    case "text":
      return <Plain label="Plain text">{mail.text}</Plain>;
    case "headers":
      return (
        <Plain label="Headers">
          {mail.headers.map(({ name, value }) => `${name}: ${value}`).join("\n")}
        </Plain>
      );
  }
}

function Plain({ label, children }: { label: string; children: ReactNode }) {
  return (
    <pre
      role="region"
      aria-label={label}
      tabIndex={0}
      className="h-full overflow-auto bg-sunken p-4 font-mono text-sm break-words whitespace-pre-wrap text-ink -outline-offset-2"
    >
      {children}
    </pre>
  );
}
