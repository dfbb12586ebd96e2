import type { OutputOf } from "../../client/call-name.ts";
import { openLink } from "../../client/shell.ts";
import { Card } from "../../ui/card.tsx";
import { Table } from "../../ui/table.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { CountAndRate } from "./count-and-rate.tsx";
import { NumberLink } from "./number-link.tsx";
import type { AskPeople, PeopleQuestion } from "./people-question.ts";
import { formatCount } from "./rates.ts";

type EmailLink = OutputOf<"reports.email">["links"][number];

interface LinksTableProps {
  links: readonly EmailLink[];
  delivered: number;
  question: Omit<PeopleQuestion, "what" | "linkId">;
  onAsk: AskPeople;
}

/** Who clicked which link. */
export function LinksTable({ links, delivered, question, onAsk }: LinksTableProps) {
  function linkQuestion({ linkId, label }: EmailLink, what: PeopleQuestion["what"]) {
    return { ...question, what, linkId, of: `“${label}” in ${question.of}` };
  }
  return (
    <Card title="Links" description="A number of people opens their names." isFlush>
      {links.length === 0 ? (
        <p className="px-5 py-6 text-center text-base text-ink-soft">
          This email has no links that are counted.
        </p>
      ) : (
        <Table
          label="Links"
          rows={links}
          rowKey={({ linkId }) => linkId}
          columns={[
            {
              key: "link",
              header: "Link",
              render: ({ label, url }) => (
                <span className="flex max-w-md flex-col gap-0.5">
                  <span>{label}</span>
                  <span className="truncate text-xs font-normal text-ink-soft" title={url}>
                    <LinkAddress url={url} />
                  </span>
                </span>
              ),
            },
            {
              key: "people",
              header: "People",
              align: "right",
              hint: "People who followed this link, of all delivered emails.",
              render: (link) => (
                <CountAndRate part={link.people} whole={delivered}>
                  <NumberLink
                    value={link.people}
                    question={linkQuestion(link, "clicked")}
                    onAsk={onAsk}
                  />
                </CountAndRate>
              ),
            },
            {
              key: "clicks",
              header: "Clicks",
              align: "right",
              hint: "How often people followed it; one person may click more than once.",
              render: ({ clicks }) => formatCount(clicks),
            },
            {
              key: "machine",
              header: "Machine clicks",
              align: "right",
              hint: "How often a mail scanner or another program followed it, or perhaps did.",
              render: (link) => (
                <NumberLink
                  value={link.machineClicks}
                  question={linkQuestion(link, "clicked-by-machine")}
                  onAsk={onAsk}
                />
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}

/** Where the link leads. One with a merge tag in it leads each person elsewhere, and is only shown. */
function LinkAddress({ url }: { url: string }) {
  if (!/^https:[^{}]+$/u.test(url)) return url || "Its address is no longer known";
  return (
    <TextLink
      onPress={() => {
        openLink(url);
      }}
    >
      {url}
    </TextLink>
  );
}
