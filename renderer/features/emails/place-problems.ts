import {
  emailProblems,
  type ContentFacts,
  type ContentProblem,
  type EmailContent,
} from "#core/domain/email-content.ts";

/** The part of an email that something is wrong with: a block by its id, or one of the fields. */
export type ProblemPlace = string;

export interface PlacedProblem extends ContentProblem {
  /** Null where it is the email as a whole. */
  readonly place: ProblemPlace | null;
}

const ALONE: EmailContent = {
  subject: "-",
  preheader: "",
  blocks: [{ id: "alone", kind: "divider" }],
  text: null,
};

/**
 * Everything wrong with an email and where, each sentence once a place. A part is looked at by itself to know
 * what it adds; what only the part alone lacks, as a name that another part gives, is no problem.
 */
export function placeProblems(content: EmailContent, facts: ContentFacts): PlacedProblem[] {
  const all = emailProblems(content, facts);
  const parts: readonly (readonly [ProblemPlace, EmailContent])[] = [
    ["subject", { ...ALONE, subject: content.subject }],
    ["preheader", { ...ALONE, preheader: content.preheader }],
    ...content.blocks.map((block) => [block.id, { ...ALONE, blocks: [block] }] as const),
    ["text", { ...ALONE, text: content.text }],
  ];
  const placed = parts.flatMap(([place, part]) =>
    emailProblems(part, facts)
      .filter(({ text }) => all.some((problem) => problem.text === text))
      .map((problem) => ({ ...problem, place })),
  );
  const rest = all.filter(({ text }) => placed.every((problem) => problem.text !== text));
  return [...rest.map((problem) => ({ ...problem, place: null })), ...placed];
}

/** "2 problems, 1 note", or undefined where there is nothing to say. */
export function countProblems(problems: readonly ContentProblem[]): string | undefined {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const notes = problems.length - errors;
  const words = [
    ...(errors === 0 ? [] : [`${errors} ${errors === 1 ? "problem" : "problems"}`]),
    ...(notes === 0 ? [] : [`${notes} ${notes === 1 ? "note" : "notes"}`]),
  ];
  return words.length === 0 ? undefined : words.join(", ");
}
