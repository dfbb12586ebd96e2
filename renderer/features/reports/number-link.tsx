import { TextLink } from "../../ui/text-link.tsx";
import { numberWords } from "./number-words.ts";
import type { AskPeople, PeopleQuestion } from "./people-question.ts";
import { formatCount } from "./rates.ts";

interface NumberLinkProps {
  value: number;
  question: PeopleQuestion;
  onAsk: AskPeople;
  /** Words around the number instead of the number alone. */
  text?: string;
}

/** A number that opens the people behind it; nobody stands behind a zero. */
export function NumberLink({ value, question, onAsk, text }: NumberLinkProps) {
  const shown = text ?? formatCount(value);
  if (value === 0) return <>{shown}</>;
  return (
    <TextLink
      aria-label={`${shown}, ${numberWords[question.what].people}: ${question.of}`}
      onPress={() => {
        onAsk(question);
      }}
    >
      {shown}
    </TextLink>
  );
}
