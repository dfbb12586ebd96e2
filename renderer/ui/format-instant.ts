export type InstantStyle = "full" | "short" | "day" | "time";

const parts: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  full: { weekday: "short", day: "numeric", month: "short", year: "numeric", ...time() },
  short: { day: "numeric", month: "short", ...time() },
  day: { day: "numeric", month: "short", year: "numeric" },
  time: time(),
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** `at` (UTC milliseconds) in words in a zone, without the zone's name. The month is a word, so no order of numbers can mislead. */
export function formatInstant(at: number, zone: string, style: InstantStyle): string {
  const key = `${style} ${zone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", { ...parts[style], timeZone: zone });
    formats.set(key, format);
  }
  return format.format(at).replace(/^(\w{3}), /u, "$1 ");
}

/** A zone as people call it: "Europe/Lisbon" → "Lisbon", "America/New_York" → "New York". */
export function zoneWords(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

function time(): Intl.DateTimeFormatOptions {
  return { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
}
