/** What a colour means. Always together with a word or an icon. */
export type Tone = "neutral" | "accent" | "good" | "warn" | "bad";

/** Soft ground and readable words on it. */
export const softTone: Record<Tone, string> = {
  neutral: "bg-pressed text-ink-soft",
  accent: "bg-accent-soft text-accent-text",
  good: "bg-good-soft text-good-text",
  warn: "bg-warn-soft text-warn-text",
  bad: "bg-bad-soft text-bad-text",
};

export const solidTone: Record<Tone, string> = {
  neutral: "bg-ink-faint",
  accent: "bg-accent",
  good: "bg-good",
  warn: "bg-warn",
  bad: "bg-bad",
};
