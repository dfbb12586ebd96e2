// What a made-up life may find itself in.

/** Mornings near which some zone turns its clocks, and one where none does. */
export const STARTS = [
  "2026-03-05",
  "2026-03-26",
  "2026-10-01",
  "2026-10-22",
  "2026-10-29",
  "2026-06-10",
];
export const ZONES = [
  null,
  "UTC",
  "America/New_York",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
];
export const NAMES = ["ana", "ben", "cem", "dia", "eva", "fay", "gus", "hal"];
/** Over the hours that are skipped and repeated too. */
export const NIGHTS = [
  { from: "22:00", to: "07:00" },
  { from: "02:30", to: "03:00" },
] as const;
export const LIMITS = [
  { perHour: 3 },
  { perMinute: 2, perDay: 20 },
  { perSecond: 1 },
  {},
  {},
] as const;
