import type { WaitPast, WaitStep } from "./campaign.ts";
import { problemAt } from "./campaign-facts.ts";
import type { CampaignFacts, CampaignProblem } from "./campaign-facts.ts";

/** Everything wrong with a wait. */
export function waitProblems({ id, until }: WaitStep, facts: CampaignFacts): CampaignProblem[] {
  const error = (text: string): CampaignProblem[] => [problemAt(id, "error", text)];
  switch (until.kind) {
    case "for":
      return until.duration.amount > 0
        ? []
        : [problemAt(id, "note", "A wait of no length does nothing: give it one, or remove it.")];
    case "weekday":
      return until.weekdays.length > 0
        ? []
        : error("A wait for a weekday names none: choose at least one.");
    case "date":
      if (until.date === "") return error("A wait for a day names none: choose one.");
      return until.date >= facts.today ? [] : [problemAt(id, "note", pastWords(until.past))];
    case "field": {
      if (until.field === "")
        return error("A wait for a person’s date names no field: choose one.");
      const type = facts.fieldTypes.get(until.field);
      if (type === undefined) return error("A wait names a field that is gone: choose another.");
      return type === "date"
        ? []
        : error("A wait for a person’s date names a field that holds no dates: choose another.");
    }
  }
}

function pastWords(past: WaitPast): string {
  const then = {
    "go-on": "everyone goes on at once",
    skip: "everyone goes on over the next step",
    end: "the campaign ends for everyone who gets there",
  };
  return `The day a wait is for is past already, so ${then[past]}.`;
}
