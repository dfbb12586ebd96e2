import { useMemo } from "react";
import { useCall } from "../../client/use-call.ts";
import { apartBlocks, inboxLine } from "./preview-document.ts";

interface InboxRowProps {
  subject: string;
  html: string;
}

/** The email in a list of mails, before it is opened. */
export function InboxRow({ subject, html }: InboxRowProps) {
  const accounts = useCall("accounts.list", {});
  const settings = useCall("settings.get", {});
  const from = accounts.data?.[0]?.fromName || settings.data?.business.name || "You";
  // Parsed apart from the page: nothing in it runs or loads.
  const line = useMemo(
    () =>
      inboxLine(
        new DOMParser().parseFromString(apartBlocks(html), "text/html").body.textContent ?? "",
      ),
    [html],
  );
  return (
    <div
      role="group"
      aria-label="In the inbox"
      className="flex items-center gap-3 border-b border-line bg-surface px-4 py-2.5"
    >
      <span
        aria-hidden
        className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent-text"
      >
        {[...from][0]?.toUpperCase()}
      </span>
      <div className="flex min-w-0 flex-col">
        <span className="truncate text-sm text-ink-soft">{from}</span>
        <p className="truncate text-base">
          <span className="font-semibold text-ink">{subject}</span>
          {line !== "" && <span className="text-ink-soft"> – {line}</span>}
        </p>
      </div>
    </div>
  );
}
