import { useState } from "react";
import { useCall } from "../../client/use-call.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Progress } from "../../ui/progress.tsx";
import { Select } from "../../ui/select.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { contactsWords } from "./contact-words.ts";
import { refusalWords } from "./refusal-words.ts";
import { useBulk } from "./use-bulk.ts";

interface StartCampaignDialogProps {
  ids: readonly string[];
  /** "Ana Ruiz", or how many. */
  who: string;
  onClose: () => void;
}

interface Outcome {
  readonly started: number;
  readonly refused: readonly { readonly reason: string }[];
}

/** Starts contacts in a live campaign by hand, and says who could not be started and why. */
export function StartCampaignDialog({ ids, who, onClose }: StartCampaignDialogProps) {
  const campaigns = useCall("campaigns.list", {});
  const live = (campaigns.data ?? []).filter(({ state }) => state === "live" || state === "paused");
  const [chosen, setChosen] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome>();
  const { progress, run } = useBulk();
  const campaignId = chosen ?? (live.length === 1 ? (live[0]?.id ?? null) : null);
  const name = live.find(({ id }) => id === campaignId)?.name ?? "";

  async function start(id: string) {
    const answers = await run("Starting", ids, (core, slice) =>
      core.campaigns.enroll({ id, contactIds: slice }),
    );
    if (!answers) return;
    const refused = answers.flatMap((answer) => answer.refused);
    const started = answers.reduce((sum, answer) => sum + answer.started, 0);
    if (refused.length > 0) {
      setOutcome({ started, refused });
      return;
    }
    showToast({ text: `“${name}” started for ${contactsWords(started)}` });
    onClose();
  }

  const isBusy = progress !== null;
  const canStart = outcome === undefined && live.length > 0;
  return (
    <Dialog
      title={`Start a campaign for ${who}`}
      isOpen
      onClose={onClose}
      isBlocking={isBusy}
      footer={
        canStart ? (
          <>
            <Button onPress={onClose} isDisabled={isBusy}>
              Cancel
            </Button>
            <Button
              variant="primary"
              isPending={isBusy}
              isDisabled={campaignId === null}
              onPress={() => {
                if (campaignId !== null) void start(campaignId);
              }}
            >
              Start campaign
            </Button>
          </>
        ) : (
          <Button variant="primary" onPress={onClose}>
            Close
          </Button>
        )
      }
    >
      {outcome ? (
        <OutcomeWords outcome={outcome} name={name} />
      ) : (
        <Loaded call={campaigns} height={60}>
          {() =>
            live.length === 0 ? (
              <Banner
                title="No campaign is live"
                actions={
                  <ButtonLink href="/" size="sm">
                    Campaigns
                  </ButtonLink>
                }
              >
                Only a campaign that is live can be started for somebody.
              </Banner>
            ) : (
              <Select
                label="Campaign"
                placeholder="Choose a live campaign"
                description="The first email goes out as soon as the campaign's own delay and schedule allow."
                options={live.map((campaign) => ({
                  value: campaign.id,
                  label: campaign.name,
                  ...(campaign.state === "paused"
                    ? { description: "Paused: nothing is sent until it goes on" }
                    : {}),
                }))}
                value={campaignId}
                onChange={setChosen}
                isDisabled={isBusy}
              />
            )
          }
        </Loaded>
      )}
      {progress && progress.total > 1 && (
        <Progress
          label="Starting"
          value={progress.done}
          max={progress.total}
          valueLabel={`${progress.done.toLocaleString("en-GB")} of ${contactsWords(progress.total)}`}
        />
      )}
    </Dialog>
  );
}

function OutcomeWords({ outcome, name }: { outcome: Outcome; name: string }) {
  const { started, refused } = outcome;
  return (
    <>
      {started > 0 && (
        <p>
          “{name}” started for {contactsWords(started)}.
        </p>
      )}
      <Banner tone="warn" title={`Not started for ${contactsWords(refused.length)}`} isUrgent>
        <ul className="flex flex-col gap-0.5">
          {refusalWords(refused).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Banner>
    </>
  );
}
