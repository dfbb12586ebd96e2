import type { Tone } from "../../ui/tone.ts";

const words: Readonly<Record<string, readonly [string, Tone]>> = {
  active: ["In progress", "accent"],
  held: ["On hold", "warn"],
  done: ["Finished", "good"],
  exited: ["Left", "neutral"],
  failed: ["Failed", "bad"],
};

/** What a run through a campaign is called, and how it is coloured. */
export function enrollmentState(state: string): readonly [string, Tone] {
  return words[state] ?? [state, "neutral"];
}

/** "At “Lesson 2”" for one who is inside; "Unsubscribed" for one who is not. */
export function placeWords({ state, where }: { state: string; where: string }): string {
  const isOpen = state === "active" || state === "held";
  const [first = "", ...rest] = where;
  return isOpen ? `At ${first.toLowerCase()}${rest.join("")}` : first.toUpperCase() + rest.join("");
}
