import { joinWords } from "#core/domain/join-words.ts";
import type { Limits } from "./provider-presets.ts";

/** "At most 10 a minute and 400 a day". */
export function limitsWords(limits: Omit<Limits, "maxConnections">): string {
  const parts = [
    [limits.perSecond, "a second"],
    [limits.perMinute, "a minute"],
    [limits.perHour, "an hour"],
    [limits.perDay, "a day"],
  ] as const;
  const words = parts.flatMap(([limit, per]) =>
    limit === null ? [] : [`${limit.toLocaleString("en-GB")} ${per}`],
  );
  return words.length === 0
    ? "As fast as the server takes it"
    : `At most ${joinWords(words, "and")}`;
}
