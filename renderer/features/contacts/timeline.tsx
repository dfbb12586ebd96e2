import { CircleHelp, History, Plus } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { useCall } from "../../client/use-call.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { useZone } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { zoneWords } from "../../ui/format-instant.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { EventDialog } from "./event-dialog.tsx";
import { WhyNotDialog } from "./why-not-dialog.tsx";
import { TimelineEntry } from "./timeline-entry.tsx";
import {
  filterTimeline,
  timelineDays,
  type TimelineFilter,
  type TimelineItem,
} from "./timeline-days.ts";

interface TimelineProps {
  contactId: string;
  who: string;
  campaigns: ReadonlyMap<string, string>;
}

/** Entries on the page at first, and added at a time. */
const PAGE = 50;
/** Fewer are taken in at a glance. */
const WORTH_FILTERING = 12;

const filters: readonly { readonly value: TimelineFilter; readonly label: string }[] = [
  { value: "all", label: "All" },
  { value: "emails", label: "Emails" },
  { value: "reactions", label: "Reactions" },
  { value: "campaigns", label: "Campaigns" },
  { value: "changes", label: "Changes" },
];

/** A person's story: what is to come, then what was, newest first. */
export function Timeline({ contactId, who, campaigns }: TimelineProps) {
  const headingId = useId();
  const zone = useZone();
  const [asked, setAsked] = useState<"why-not" | "event">();
  const [filter, setFilter] = useState<TimelineFilter>("all");
  const call = useCall(
    "contacts.timeline",
    { id: contactId },
    { topics: ["messages", "campaigns", "settings", "practice"] },
  );
  function close() {
    setAsked(undefined);
  }

  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3">
      <header className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={headingId} className="text-lg font-semibold text-ink">
          Timeline
        </h2>
        <span className="mr-auto text-sm text-ink-soft">Times in {zoneWords(zone)}</span>
        <Button
          size="sm"
          icon={<CircleHelp aria-hidden />}
          onPress={() => {
            setAsked("why-not");
          }}
        >
          Why not…?
        </Button>
        <Button
          size="sm"
          icon={<Plus aria-hidden />}
          onPress={() => {
            setAsked("event");
          }}
        >
          Event…
        </Button>
        {(call.data?.length ?? 0) >= WORTH_FILTERING && (
          <SegmentedControl
            label="Show in the timeline"
            options={filters}
            value={filter}
            onChange={setFilter}
          />
        )}
      </header>
      <Loaded call={call} height={320}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={<History />} title="Nothing has happened yet">
              What this person is sent, opens and clicks will stand here, and what comes next.
            </EmptyState>
          ) : (
            <Days
              key={filter}
              contactId={contactId}
              items={items}
              filter={filter}
              zone={zone}
              campaigns={campaigns}
            />
          )
        }
      </Loaded>
      {asked === "why-not" && <WhyNotDialog contactId={contactId} who={who} onClose={close} />}
      {asked === "event" && <EventDialog id={contactId} who={who} onClose={close} />}
    </section>
  );
}

interface DaysProps {
  contactId: string;
  items: readonly TimelineItem[];
  filter: TimelineFilter;
  zone: string;
  campaigns: ReadonlyMap<string, string>;
}

function Days({ contactId, items, filter, zone, campaigns }: DaysProps) {
  const [shown, setShown] = useState(PAGE);
  const found = useMemo(() => filterTimeline(items, filter), [items, filter]);
  const days = useMemo(() => timelineDays(found.slice(0, shown), zone), [found, shown, zone]);
  const rest = found.length - shown;
  if (found.length === 0)
    return <p className="py-6 text-base text-ink-soft">Nothing of this kind has happened yet.</p>;
  return (
    <>
      {days.map(({ day, isUpcoming, entries }) => (
        <div key={`${day} ${String(isUpcoming)}`} className="flex flex-col">
          <h3 className="sticky top-0 z-10 flex items-center gap-2 border-b border-line bg-surface py-1.5 text-sm font-semibold text-ink">
            {day}
            {isUpcoming && <Badge tone="accent">Upcoming</Badge>}
          </h3>
          <ol className="flex flex-col py-1">
            {entries.map(({ key, item }) => (
              <TimelineEntry key={key} contactId={contactId} item={item} campaigns={campaigns} />
            ))}
          </ol>
        </div>
      ))}
      {rest > 0 && (
        <div className="flex justify-center pt-2">
          <Button
            onPress={() => {
              setShown(shown + PAGE);
            }}
          >
            Show {Math.min(PAGE, rest)} more of {rest.toLocaleString("en-GB")}
          </Button>
        </div>
      )}
    </>
  );
}
