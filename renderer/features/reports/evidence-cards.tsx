import { Card } from "../../ui/card.tsx";
import { EvidenceBar } from "./evidence-bar.tsx";
import { wholesOf, type Numbers } from "./number-words.ts";
import type { AskPeople, PeopleQuestion } from "./people-question.ts";
import { formatCount, formatPeople, formatRate } from "./rates.ts";

interface EvidenceCardsProps {
  numbers: Numbers;
  question: Omit<PeopleQuestion, "what">;
  onAsk: AskPeople;
}

/** What the two rates are made of: people, machines, what is not known, and the rest. Over a whole campaign everyone counts once. */
export function EvidenceCards({ numbers, question, onAsk }: EvidenceCardsProps) {
  const { opened, openedByMachine, openedUnsure, clicked, clickedByMachine } = numbers;
  const isWhole = question.stepId === null;
  const { all, tracked } = wholesOf(numbers, { isWhole });
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
      <Card
        title="Opens, told apart"
        description={`${isWhole ? `Over ${formatPeople(tracked)} a tracked email reached` : `Over ${formatCount(tracked)} tracked emails`}. Only people count.`}
      >
        <EvidenceBar
          whole={tracked}
          rest="Nothing seen"
          question={question}
          onAsk={onAsk}
          parts={[
            { label: "People", value: opened, what: "opened", className: "bg-accent" },
            {
              label: "Machine",
              value: openedByMachine,
              what: "opened-by-machine",
              className: "bg-ink-faint",
            },
            { label: "Unsure", value: openedUnsure, what: "opened-unsure", className: "bg-warn" },
          ]}
        />
      </Card>
      <Card
        title="Clicks, told apart"
        description={`${isWhole ? `Over ${formatPeople(all)} reached` : `Over ${formatCount(all)} delivered emails`}. ${formatRate(clicked, opened)} of openers clicked.`}
      >
        <EvidenceBar
          whole={all}
          rest="No click"
          question={question}
          onAsk={onAsk}
          parts={[
            { label: "People", value: clicked, what: "clicked", className: "bg-accent" },
            {
              label: "Machine or unsure",
              value: clickedByMachine,
              what: "clicked-by-machine",
              className: "bg-ink-faint",
            },
          ]}
        />
      </Card>
    </div>
  );
}
