import {
  CalendarClock,
  CircleSlash,
  Cog,
  Flag,
  LogIn,
  LogOut,
  type LucideIcon,
  MailCheck,
  MailOpen,
  MailQuestion,
  MailWarning,
  MailX,
  MousePointerClick,
  Reply,
  SkipForward,
  Split,
  Tag,
  UserPen,
} from "lucide-react";

const icons: Readonly<Record<string, LucideIcon>> = {
  upcoming: CalendarClock,
  "upcoming-email": CalendarClock,
  "message-sent": MailCheck,
  "message-in_flight": MailCheck,
  "message-uncertain": MailQuestion,
  "message-failed": MailWarning,
  "message-cancelled": MailX,
  "message-expired": MailX,
  opened: MailOpen,
  clicked: MousePointerClick,
  probed: Cog,
  replied: Reply,
  unsubscribed: MailX,
  bounced: MailWarning,
  "soft-bounced": MailWarning,
  complained: MailWarning,
  entered: LogIn,
  "entry-refused": CircleSlash,
  skip: SkipForward,
  lane: Split,
  end: Flag,
  exit: LogOut,
  "tag-added": Tag,
  "tag-removed": Tag,
};

/** What kind of entry it is, at a glance; the words beside it say the same. */
export function TimelineIcon({ kind, isUpcoming }: { kind: string; isUpcoming: boolean }) {
  const Icon = icons[kind] ?? UserPen;
  return (
    <span
      className={`grid size-7 shrink-0 place-items-center rounded-full ${isUpcoming ? "bg-accent-soft text-accent-text" : "bg-pressed text-ink-soft"}`}
    >
      <Icon className="size-3.5" aria-hidden />
    </span>
  );
}
