import { Bell } from "lucide-react";
import { useEffect, useRef } from "react";
import type { OutputOf } from "../client/call-name.ts";
import { notify } from "../client/shell.ts";
import { useAction } from "../client/use-action.ts";
import { useCall } from "../client/use-call.ts";
import { Button } from "../ui/button.tsx";
import { DateTime } from "../ui/date-time.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Popover } from "../ui/popover.tsx";
import { TextLink } from "../ui/text-link.tsx";

/** What the engine wants the owner to know, until it is marked as seen. */
export function Notices() {
  const { data } = useCall(
    "settings.status",
    {},
    { topics: ["messages", "campaigns", "practice"] },
  );
  const markSeen = useAction("settings.markNoticeSeen");
  const notices = data?.notices ?? [];
  const count = notices.length;
  useSystemNotices(data?.notices);
  return (
    <Popover
      label="Notices"
      placement="bottom start"
      width={360}
      trigger={
        <IconButton
          isBare
          size="sm"
          label={count === 0 ? "Notices" : `${count} new notices`}
          icon={
            <span className="relative">
              <Bell />
              {count > 0 && (
                <span className="absolute -top-1 -right-1 size-2 rounded-full bg-bad ring-2 ring-canvas" />
              )}
            </span>
          }
        />
      }
    >
      {(close) =>
        count === 0 ? (
          <p className="text-base text-ink-soft">
            Nothing new. Dripline tells you here when it needs you.
          </p>
        ) : (
          <ul className="flex flex-col gap-3">
            {notices.map((notice) => (
              <li key={notice.id} className="flex items-start gap-3">
                <div className="flex min-w-0 flex-1 flex-col gap-0.5">
                  {notice.link === null ? (
                    <p className="text-base text-ink">{notice.text}</p>
                  ) : (
                    <TextLink href={notice.link} onPress={close}>
                      {notice.text}
                    </TextLink>
                  )}
                  <span className="text-xs text-ink-soft">
                    <DateTime at={notice.at} format="short" />
                  </span>
                </div>
                <Button
                  size="sm"
                  onPress={() => {
                    markSeen.mutate({ id: notice.id });
                  }}
                >
                  Seen
                </Button>
              </li>
            ))}
          </ul>
        )
      }
    </Popover>
  );
}

type Notice = OutputOf<"settings.status">["notices"][number];

/** Whoever looks at another window hears of what is new as well. What was there at the start is not new. */
function useSystemNotices(notices: readonly Notice[] | undefined): void {
  const known = useRef<ReadonlySet<Notice["id"]>>(undefined);
  useEffect(() => {
    if (!notices) return;
    const news = notices.filter(({ id }) => known.current && !known.current.has(id));
    known.current = new Set([...(known.current ?? []), ...notices.map(({ id }) => id)]);
    for (const { text } of news) notify("Dripline", text);
  }, [notices]);
}
