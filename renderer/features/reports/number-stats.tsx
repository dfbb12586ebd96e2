import { Stat } from "../../ui/stat.tsx";
import { NumberLink } from "./number-link.tsx";
import { numberWords, type Numbers, type PeopleWhat } from "./number-words.ts";
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
  const { sent, uncertain, delivered, bounced, trackedDelivered, complained } = numbers;
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
        hint={numberWords.opened.meaning}
        value={formatRate(numbers.opened, trackedDelivered)}
        note={
          <StatLines
            first={link("opened", numbers.opened, formatPeople(numbers.opened))}
            second={`${formatCount(trackedDelivered)} tracked`}
          />
        }
      />
      <Stat
        label="Click rate"
        hint={numberWords.clicked.meaning}
        value={formatRate(numbers.clicked, delivered)}
        note={
          <StatLines
            first={link("clicked", numbers.clicked, formatPeople(numbers.clicked))}
            second={`${formatCount(delivered)} delivered`}
          />
        }
      />
      <Stat
        label="Replied"
        hint={numberWords.replied.meaning}
        value={link("replied", numbers.replied)}
        note={formatRate(numbers.replied, delivered)}
      />
      <Stat
        label="Unsubscribed"
        hint={numberWords.unsubscribed.meaning}
        value={link("unsubscribed", numbers.unsubscribed)}
        note={
          <StatLines
            first={formatRate(numbers.unsubscribed, delivered)}
            second={link("complained", complained, `${formatCount(complained)} complained`)}
          />
        }
      />
    </>
  );
}
