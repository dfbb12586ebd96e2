import { spellPlainly } from "#core/domain/spell-plainly.ts";
import { isZone } from "#core/domain/zone.ts";

/** What Windows and the owners of spreadsheets call the zones our users live in (CLDR windowsZones). */
const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ["w. europe standard time", "Europe/Berlin"],
  ["central europe standard time", "Europe/Budapest"],
  ["central european standard time", "Europe/Warsaw"],
  ["romance standard time", "Europe/Paris"],
  ["gmt standard time", "Europe/London"],
  ["gtb standard time", "Europe/Bucharest"],
  ["fle standard time", "Europe/Kiev"],
  ["turkey standard time", "Europe/Istanbul"],
  ["russian standard time", "Europe/Moscow"],
  ["eastern standard time", "America/New_York"],
  ["central standard time", "America/Chicago"],
  ["mountain standard time", "America/Denver"],
  ["pacific standard time", "America/Los_Angeles"],
  ["e. south america standard time", "America/Sao_Paulo"],
  ["india standard time", "Asia/Kolkata"],
  ["china standard time", "Asia/Shanghai"],
  ["tokyo standard time", "Asia/Tokyo"],
  ["aus eastern standard time", "Australia/Sydney"],
  ["new zealand standard time", "Pacific/Auckland"],
  ["asia/kolkata", "Asia/Kolkata"],
  ["europe/kyiv", "Europe/Kiev"],
  ["gmt", "UTC"],
  ["utc", "UTC"],
  ["z", "UTC"],
];

let zoneByName: ReadonlyMap<string, string> | undefined;

/** A time zone's name, whatever its case; also by its city alone or by its Windows name. Null where it is none. */
export function readZone(text: string): string | null {
  zoneByName ??= listZones();
  const name = fold(text);
  const known = zoneByName.get(name);
  if (known !== undefined) return known;
  // Older names are valid without being listed; abbreviations such as "EST" mean too many things.
  return text.includes("/") && isZone(text) ? text : null;
}

function listZones(): ReadonlyMap<string, string> {
  const zones = Intl.supportedValuesOf("timeZone");
  const byName = new Map<string, string>();
  const byCity = new Map<string, string | null>();
  for (const zone of zones) {
    byName.set(fold(zone), zone);
    const city = fold(zone.slice(zone.lastIndexOf("/") + 1));
    byCity.set(city, byCity.has(city) ? null : zone);
  }
  for (const [name, zone] of OTHER_NAMES) byName.set(name, zone);
  for (const [city, zone] of byCity) if (zone !== null && !byName.has(city)) byName.set(city, zone);
  return byName;
}

function fold(text: string): string {
  return spellPlainly(text).replaceAll("_", " ").trim();
}
