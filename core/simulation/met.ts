import type { Tally } from "./tally.ts";

/** What a long look must have met, or it proves nothing. */
const WANTED: readonly string[] = [
  "crash",
  "sleep",
  "meanwhile",
  "lost answer",
  "lost after the intent",
  "arrived in a crash",
  "went live",
  "published with people inside",
  "luck: back",
  "luck: epoch",
  "luck: relay",
  "luck: server",
  "owner: steer",
  "owner: date",
  "person: o",
  "person: c",
  "person: u",
  "server: recipient-hard",
  "server: content",
  "message sent",
  "message uncertain",
  "message failed",
  "message cancelled",
  "message expired",
  "move act",
  "move lane",
  "move jump",
  "move by-hand",
  "move pass",
  "move send",
  "move skip",
  "move wait",
  "move reroute",
  "run done",
  "run exited",
  "event late",
  "entered: live",
  "entered: joined:leads",
  "entered: left:leads",
  "entered: event:stage-changed",
  "entered: event:ended",
  "entered: event:relay",
  "entered: date:renewal",
  "entered: broadcast",
  "entered: event:custom",
];

/** What was never met, which a long look should have. */
export function neverMet(tally: Tally): string[] {
  return WANTED.filter((what) => !tally.counts.has(what));
}

/** Everything that was met and how often, one line each. */
export function tallyLines(tally: Tally): string[] {
  return [...tally.counts].map(([what, n]) => `${what}: ${n}`).toSorted();
}
