import { Inbox } from "lucide-react";
import { Badge } from "../badge.tsx";
import { Banner } from "../banner.tsx";
import { Button } from "../button.tsx";
import { Card } from "../card.tsx";
import { DateTime } from "../date-time.tsx";
import { EmptyState } from "../empty-state.tsx";
import { ErrorState } from "../error-state.tsx";
import { Loading } from "../loading.tsx";
import { Progress } from "../progress.tsx";
import { showToast } from "../show-toast.ts";
import { Skeleton } from "../skeleton.tsx";
import { Stat, StatRow } from "../stat.tsx";
import { StatusDot } from "../status-dot.tsx";
import { Tag } from "../tag.tsx";
import type { Tone } from "../tone.ts";
import { Section, Specimen } from "./specimen.tsx";

const tones: readonly Tone[] = ["neutral", "accent", "good", "warn", "bad"];

export function SignSection() {
  return (
    <Section id="signs" title="Signs and states">
      <Specimen name="Badges, dots, tags, time">
        {tones.map((tone) => (
          <Badge key={tone} tone={tone} hasDot>
            {tone}
          </Badge>
        ))}
        {tones.map((tone) => (
          <StatusDot key={tone} tone={tone} label={tone} />
        ))}
        <Tag>hot</Tag>
        <Tag onRemove={() => showToast({ text: "Taken off" })}>newsletter</Tag>
        <DateTime at={1_777_971_600_000} zone="Europe/Lisbon" />
        <DateTime at={1_777_971_600_000} zone="Asia/Tokyo" format="short" />
      </Specimen>
      <div className="grid grid-cols-2 gap-3">
        {tones.map((tone) => (
          <Banner key={tone} tone={tone} title={`A banner: ${tone}`}>
            A sentence that says what is so, and what to do about it.
          </Banner>
        ))}
      </div>
      <StatRow>
        <Stat label="Sent" value="1,204" note="3 uncertain" />
        <Stat label="Opened" value="41 %" note="and 12 % by machines" />
        <Stat label="Clicked" value="9.2 %" />
        <Stat label="Unsubscribed" value="4" />
      </StatRow>
      <div className="grid grid-cols-2 gap-4">
        <Card title="Loading" description="The outline of what is on the way.">
          <Skeleton lines={4} />
          <Skeleton height={48} />
          <Loading label="Loading people" />
        </Card>
        <Card title="Progress">
          <Progress
            label="Importing"
            value={41_200}
            max={100_000}
            valueLabel="41,200 of 100,000 rows"
          />
          <Progress label="Counting" />
          <Progress label="Done" value={100} />
        </Card>
        <Card>
          <EmptyState icon={<Inbox />} title="No mail yet" action={<Button>Send one</Button>}>
            Here stands what was sent, for instance a welcome to Ana.
          </EmptyState>
        </Card>
        <Card>
          <ErrorState
            error="The file is in use by another program. Close it there and try again."
            onRetry={() => showToast({ text: "Tried again" })}
          />
        </Card>
      </div>
    </Section>
  );
}
