import type { Instant } from "#core/shared/clock.ts";
import type { CoreStatus } from "./core-messages.ts";

export type TrayAction = "open" | "pause" | "resume" | "leave-safe-mode" | "quit";

export type TrayItem =
  | { readonly kind: "text"; readonly label: string }
  | { readonly kind: "action"; readonly label: string; readonly action: TrayAction }
  | { readonly kind: "line" };

export interface TrayState {
  /** Undefined until the core has told it, and while it is being started again. */
  readonly status: CoreStatus | undefined;
  readonly isSafeMode: boolean;
}

export interface Locale {
  readonly language: string;
  /** Undefined: the computer's own. */
  readonly zone: string | undefined;
}

/** The tray's menu, from top to bottom. */
export function trayItems(state: TrayState, now: Instant, locale: Locale): readonly TrayItem[] {
  const { status, isSafeMode } = state;
  return [
    { kind: "text", label: sendingLine(state, now, locale) },
    ...(isSafeMode
      ? [action("Switch sending on again", "leave-safe-mode")]
      : status
        ? [
            status.isPaused
              ? action("Resume sending", "resume")
              : action("Pause all sending", "pause"),
          ]
        : []),
    { kind: "line" },
    action("Open Dripline", "open"),
    action("Quit Dripline", "quit"),
  ];
}

/** What is sent next, in one line. */
export function sendingLine(state: TrayState, now: Instant, locale: Locale): string {
  const { status, isSafeMode } = state;
  if (isSafeMode) return "Safe mode: sending is off";
  if (!status) return "Starting …";
  if (status.isPaused) return "All sending is paused";
  if (status.nextSendAt === null) return "Nothing is planned to be sent";
  if (status.nextSendAt <= now)
    return status.waiting > 0 ? `Sending now, ${status.waiting} waiting` : "Sending now";
  return `Next send ${whenText(status.nextSendAt, now, locale)}`;
}

/** As "at 14:05 CET" today, as "on Mon, Mar 3 at 09:00 CET" on another day; the zone is always told. */
function whenText(at: Instant, now: Instant, { language, zone }: Locale): string {
  const timeZone = zone === undefined ? {} : { timeZone: zone };
  const day = new Intl.DateTimeFormat(language, {
    ...timeZone,
    weekday: "short",
    month: "short",
    day: "numeric",
  });
  const time = new Intl.DateTimeFormat(language, {
    ...timeZone,
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
  const isToday = day.format(at) === day.format(now) && at - now < 48 * 3_600_000;
  return isToday ? `at ${time.format(at)}` : `on ${day.format(at)} at ${time.format(at)}`;
}

function action(label: string, action: TrayAction): TrayItem {
  return { kind: "action", label, action };
}
