import type { CampaignProblem } from "#core/domain/campaign-facts.ts";

/** What the check button says: "2 problems, 1 note", "1 note", "nothing to note". */
export function checkWords(problems: readonly CampaignProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const notes = problems.length - errors;
  const parts = [
    ...(errors === 0 ? [] : [errors === 1 ? "1 problem" : `${errors} problems`]),
    ...(notes === 0 ? [] : [notes === 1 ? "1 note" : `${notes} notes`]),
  ];
  return parts.join(", ") || "all well";
}
