import { Card } from "../../ui/card.tsx";
import { EvidenceBar } from "./evidence-bar.tsx";
import type { Numbers } from "./number-words.ts";
import type { AskPeople, PeopleQuestion } from "./people-question.ts";
import { formatCount, formatRate } from "./rates.ts";

interface EvidenceCardsProps {
  numbers: Numbers;
  question: Omit<PeopleQuestion, "what">;
  onAsk: AskPeople;
}

/**
 * What the two rates are made of: people, machines, and what is not known. Over a whole campaign people count once however many
 * emails they got, so there is no rest that did nothing.
 */
export function EvidenceCards({ numbers, question, onAsk }: EvidenceCardsProps) {
  const { opened, openedByMachine, openedUnsure, clicked, clickedByMachine } = numbers;
  const isOneEmail = question.stepId !== null;
  const each = isOneEmail ? "" : ", each person once";
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
      <Card
        title="Opens, told apart"
        description={`Over ${formatCount(numbers.trackedDelivered)} tracked emails${each}. Only people count.`}
      >
        <EvidenceBar
          whole={numbers.trackedDelivered}
          {...(isOneEmail ? { rest: "Nothing seen" } : {})}
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
        description={`Over ${formatCount(numbers.delivered)} delivered emails${each}. ${formatRate(clicked, opened)} of openers clicked.`}
      >
        <EvidenceBar
          whole={numbers.delivered}
          {...(isOneEmail ? { rest: "No click" } : {})}
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
