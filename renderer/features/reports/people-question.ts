import type { PeopleWhat } from "./number-words.ts";

/** Whose names are asked for: the people behind one number. */
export interface PeopleQuestion {
  readonly campaignId: string;
  /** Null for the whole campaign. */
  readonly stepId: string | null;
  /** The email, step or link the number belongs to, as it is called on screen. */
  readonly of: string;
  readonly what: PeopleWhat;
  readonly linkId?: string;
}

/** Opens the list of people behind a number. */
export type AskPeople = (question: PeopleQuestion) => void;
