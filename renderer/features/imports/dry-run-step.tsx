import { ClipboardList } from "lucide-react";
import { useAction } from "../../client/use-action.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Progress } from "../../ui/progress.tsx";
import { CountsRow } from "./counts-row.tsx";
import { type ImportStatus, touched } from "./import-words.ts";
import { LeftOutCard } from "./left-out-card.tsx";
import { StartersCard } from "./starters-card.tsx";

interface DryRunStepProps {
  status: ImportStatus;
  isTrying: boolean;
  /** The numbers are those of what is chosen now. */
  isCurrent: boolean;
  startsCampaigns: boolean;
  onStartsCampaigns: (isOn: boolean) => void;
}

/** What the import would do, before it does anything. */
export function DryRunStep(props: DryRunStepProps) {
  const { status, isTrying, isCurrent, startsCampaigns, onStartsCampaigns } = props;
  const { dryRun, problem } = status;
  if (isTrying) return <Trying status={status} />;
  return (
    <div className="flex flex-col gap-6">
      {problem !== null && (
        <Banner tone="bad" title="The dry run could not be done">
          {problem}
        </Banner>
      )}
      {dryRun === null && problem === null && (
        <EmptyState icon={<ClipboardList />} title="See what would happen first">
          The dry run reads the whole file and counts who would be new, who would be updated and
          which rows would be left out, and why. Nothing is changed.
        </EmptyState>
      )}
      {dryRun !== null && !isCurrent && (
        <Banner tone="warn" title="This dry run is out of date">
          Columns or choices were changed after it. Run it again to see what would happen now.
        </Banner>
      )}
      {dryRun !== null && isCurrent && (
        <Banner
          tone={touched(dryRun) === 0 ? "neutral" : "accent"}
          title={touched(dryRun) === 0 ? "There is nothing to import" : "This is what would happen"}
        >
          {touched(dryRun) === 0
            ? `Everyone in this file is in your contacts already with all it says, or was left out. ${
                status.wouldStart.contacts > 0
                  ? "A campaign can start for them all the same, if you say so below."
                  : "Nothing would change."
              }`
            : "Nothing is changed yet. Have a look at the numbers and at the rows left out, then import."}
        </Banner>
      )}
      {dryRun !== null && (
        <>
          <CountsRow counts={dryRun} />
          {status.wouldStart.contacts > 0 && (
            <StartersCard
              wouldStart={status.wouldStart}
              isOn={startsCampaigns}
              onChange={onStartsCampaigns}
            />
          )}
          <LeftOutCard status={status} counts={dryRun} />
        </>
      )}
    </div>
  );
}

function Trying({ status: { id, job, progress } }: { status: ImportStatus }) {
  const cancel = useAction("imports.cancel");
  return (
    <div className="max-w-4xl">
      <Card>
        <Progress
          label="Trying it out, nothing is changed"
          {...(job === "dry-run" ? { value: progress, max: 1 } : { valueLabel: "" })}
        />
        <div>
          <Button
            size="sm"
            isDisabled={cancel.isPending}
            onPress={() => {
              cancel.mutate({ id });
            }}
          >
            Cancel the dry run
          </Button>
        </div>
      </Card>
    </div>
  );
}
