import type { ReactNode } from "react";
import { useCall } from "../../client/use-call.ts";
import { DateTime } from "../../ui/date-time.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { MailFrame } from "../../parts/mail-frame/mail-frame.tsx";
import { ActAsRecipient } from "./act-as-recipient.tsx";

/** One mail, and what its recipient can do with it. */
export function MailView({ id }: { id: number }) {
  const call = useCall("practice.getMail", { id });
  return (
    <div className="flex flex-col gap-4 p-5">
      <Loaded call={call} height={400}>
        {(mail) => (
          <>
            <header className="flex flex-col gap-1">
              <h2 className="text-lg font-semibold text-ink">{mail.subject}</h2>
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
            <ActAsRecipient mailId={id} links={mail.links} />
            <Tabs
              label="Ways to read the mail"
              tabs={[
                {
                  id: "mail",
                  title: "Mail",
                  content: (
                    <div className="h-112 overflow-hidden rounded-lg border border-line">
                      <MailFrame title={`The mail “${mail.subject}”`} html={mail.html} />
                    </div>
                  ),
                },
                { id: "text", title: "Plain text", content: <Plain>{mail.text}</Plain> },
                {
                  id: "headers",
                  title: "Headers",
                  content: (
                    <Plain>
                      {mail.headers.map(({ name, value }) => `${name}: ${value}`).join("\n")}
                    </Plain>
                  ),
                },
              ]}
            />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Plain({ children }: { children: ReactNode }) {
  return (
    <pre
      tabIndex={0}
      className="max-h-112 overflow-auto rounded-lg border border-line bg-sunken p-4 font-mono text-sm break-words whitespace-pre-wrap text-ink"
    >
      {children}
    </pre>
  );
}
