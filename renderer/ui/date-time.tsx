import { createContext, useContext } from "react";
import { formatInstant, type InstantStyle, zoneWords } from "./format-instant.ts";

const ZoneContext = createContext(Intl.DateTimeFormat().resolvedOptions().timeZone);

/** The zone times are shown in below it, as an IANA name. */
export const ZoneProvider = ZoneContext.Provider;

export function useZone(): string {
  return useContext(ZoneContext);
}

export interface DateTimeProps {
  /** UTC instant in milliseconds. */
  at: number;
  /** "full" (Tue 5 May 2026, 10:00), "short" (5 May, 10:00), "day" (5 May 2026), "time" (10:00). */
  format?: InstantStyle;
  /** Another zone than the one around it. */
  zone?: string;
  /** Only where a heading beside it has already said the zone. */
  isZoneHidden?: boolean;
}

/** A point in time in words, with its zone: `<DateTime at={row.createdAt} />` → "Tue 5 May 2026, 10:00 Lisbon". */
export function DateTime({ at, format = "full", zone, isZoneHidden }: DateTimeProps) {
  const ambient = useZone();
  const shown = zone ?? ambient;
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={`${formatInstant(at, shown, "full")} ${zoneWords(shown)}`}
      className="whitespace-nowrap tabular-nums"
    >
      {formatInstant(at, shown, format)}
      {!isZoneHidden && <span className="text-ink-faint"> {zoneWords(shown)}</span>}
    </time>
  );
}
