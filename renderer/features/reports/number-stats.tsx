import { Stat } from "../../ui/stat.tsx";
import { NumberLink } from "./number-link.tsx";
import { meaningOf, numberWords, wholesOf, type Numbers, type PeopleWhat } from "./number-words.ts";
import type { AskPeople, PeopleQuestion } from "./people-question.ts";
import { formatCount, formatPeople, formatRate } from "./rates.ts";
import { StatLines } from "./stat-lines.tsx";

interface NumberStatsProps {
  numbers: Numbers;
  question: Omit<PeopleQuestion, "what">;
  onAsk: AskPeople;
}

/** The numbers every report begins with, each with what it is made of; inside a StatRow. */
export function NumberStats({ numbers, question, onAsk }: NumberStatsProps) {
  const link = (what: PeopleWhat, value: number, text?: string) => (
    <NumberLink
      value={value}
      question={{ ...question, what }}
      onAsk={onAsk}
      {...(text === undefined ? {} : { text })}
    />
  );
  const { sent, uncertain, delivered, bounced, complained } = numbers;
  const isWhole = question.stepId === null;
  const { all, tracked } = wholesOf(numbers, { isWhole });
  const meaning = (what: PeopleWhat) => meaningOf(what, { isWhole });
  return (
    <>
      <Stat
        label="Sent"
        hint={numberWords.sent.meaning}
        value={link("sent", sent)}
        note={link("uncertain", uncertain, `${formatCount(uncertain)} uncertain`)}
      />
      <Stat
        label="Delivered"
        hint={numberWords.delivered.meaning}
        value={link("delivered", delivered)}
        note={
          <StatLines
            first={`${formatRate(delivered, sent)} of sent`}
            second={link("bounced", bounced, `${formatCount(bounced)} bounced`)}
          />
        }
      />
      <Stat
        label="Open rate"
        hint={meaning("opened")}
        value={formatRate(numbers.opened, tracked)}
        note={
          <StatLines
            first={link("opened", numbers.opened, formatPeople(numbers.opened))}
            second={`${formatCount(tracked)} tracked`}
          />
        }
      />
      <Stat
        label="Click rate"
        hint={meaning("clicked")}
        value={formatRate(numbers.clicked, all)}
        note={
          <StatLines
            first={link("clicked", numbers.clicked, formatPeople(numbers.clicked))}
            second={`${formatCount(all)} ${isWhole ? "reached" : "delivered"}`}
          />
        }
      />
      <Stat
        label="Replied"
        hint={numberWords.replied.meaning}
        value={link("replied", numbers.replied)}
        note={formatRate(numbers.replied, all)}
      />
      <Stat
        label="Unsubscribed"
        hint={meaning("unsubscribed")}
        value={link("unsubscribed", numbers.unsubscribed)}
        note={
          <StatLines
            first={formatRate(numbers.unsubscribed, all)}
            second={link("complained", complained, `${formatCount(complained)} complained`)}
          />
        }
      />
    </>
  );
}
