import type { Option } from "../../ui/option.ts";

/** The zone this computer is in. */
export const hereZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every time zone to choose from, the one here first. */
export const zoneOptions: readonly Option[] = [
  ...new Set([hereZone, "UTC", ...Intl.supportedValuesOf("timeZone")]),
].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
