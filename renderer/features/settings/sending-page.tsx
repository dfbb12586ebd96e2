import { useCall } from "../../client/use-call.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { PauseCard } from "./pause-card.tsx";
import { PerDayCard } from "./per-day-card.tsx";
import { QuietHoursCard } from "./quiet-hours-card.tsx";
import { SettingsFrame } from "./settings-frame.tsx";
import { WaitingCard } from "./waiting-card.tsx";

/** What is leaving now, and how much may leave. */
export function SendingPage() {
  const settings = useCall("settings.get", {});
  const status = useCall("settings.status", {}, { topics: ["messages", "campaigns", "practice"] });
  const uncertain = status.data?.uncertain ?? 0;
  return (
    <SettingsFrame title="Sending" description="What is leaving, and how much of it at most.">
      <div className="flex flex-col gap-4">
        {uncertain > 0 && (
          <Banner
            tone="warn"
            title={
              uncertain === 1
                ? "1 mail is uncertain"
                : `${uncertain.toLocaleString("en-GB")} mails are uncertain`
            }
            actions={
              <ButtonLink href="/settings/mail-log/uncertain" size="sm">
                Look at {uncertain === 1 ? "it" : "them"}
              </ButtonLink>
            }
          >
            Sending broke off when nobody could tell whether they arrived. They are never sent again
            by themselves: you say what happened.
          </Banner>
        )}
        <Loaded call={status} height={96}>
          {(data) => <PauseCard status={data} />}
        </Loaded>
        <Loaded call={settings} height={140}>
          {({ perContactPerDay }) => (
            <PerDayCard key={perContactPerDay} perContactPerDay={perContactPerDay} />
          )}
        </Loaded>
        <Loaded call={settings} height={140}>
          {({ quietHours }) => (
            <QuietHoursCard key={JSON.stringify(quietHours)} quietHours={quietHours} />
          )}
        </Loaded>
        <WaitingCard />
      </div>
    </SettingsFrame>
  );
}
