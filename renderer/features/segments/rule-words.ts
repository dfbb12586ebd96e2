import { segmentSentence, type RuleNames } from "#core/domain/segment-sentence.ts";
import type { SegmentRule } from "#core/domain/segment.ts";

/** A rule as a sentence of its own: "Stage is Lead and has the tag “hot”." */
export function ruleWords(rule: SegmentRule, names: RuleNames): string {
  return asSentence(segmentSentence(rule, names));
}

/** Words as a sentence: a capital before, a full stop after, unless they trail off. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith("…") ? "" : "."}`;
}

export function contactsWords(count: number): string {
  return count === 1 ? "1 contact" : `${count.toLocaleString("en-GB")} contacts`;
}
