import { Badge } from "../../ui/badge.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { Facts } from "./facts.tsx";
import { MailTo } from "./mail-to.tsx";
import { mailStates, sentenceOf, type Mail } from "./mail-words.ts";
import { SendAgainButton } from "./send-again-button.tsx";
import { useResolveUncertain } from "./use-resolve-uncertain.ts";

interface MailDialogProps {
  mail: Mail;
  onClose: () => void;
}

/** One mail: what it was, what became of it, what the server said. */
export function MailDialog({ mail, onClose }: MailDialogProps) {
  const { subject, campaignId, campaignName, state, reason, plannedAt, notBefore, at, reply } =
    mail;
  const { label, tone, meaning } = mailStates[state];
  return (
    <Dialog title={subject ?? "Not written yet"} isOpen onClose={onClose} size="md">
      <div className="flex flex-col gap-1.5">
        <div>
          <Badge tone={tone} hasDot>
            {label}
          </Badge>
        </div>
        <p className="text-base text-pretty text-ink-soft">{meaning}</p>
      </div>
      {state === "uncertain" && <UncertainActions mail={mail} onDone={onClose} />}
      <Facts
        facts={[
          ["To", <MailTo key="to" mail={mail} />],
          [
            "Campaign",
            campaignId === null ? (
              "None: it is a test"
            ) : (
              <TextLink key="campaign" href={`/campaigns/${campaignId}`}>
                {campaignName ?? "A campaign that is gone"}
              </TextLink>
            ),
          ],
          ["Planned", <DateTime key="planned" at={plannedAt} />],
          ...(at === null
            ? [["Not before", <DateTime key="before" at={notBefore} />] as const]
            : [["Handed over", <DateTime key="at" at={at} />] as const]),
          ...(reason === null ? [] : [["Why", sentenceOf(reason)] as const]),
        ]}
      />
      {reply !== null && (
        <div className="flex flex-col gap-1.5">
          <h3 className="text-sm font-medium text-ink">What the server said</h3>
          <p className="rounded-md bg-sunken px-3 py-2 font-mono text-sm wrap-break-word text-ink-soft">
            {reply}
          </p>
        </div>
      )}
    </Dialog>
  );
}

function UncertainActions({ mail, onDone }: { mail: Mail; onDone: () => void }) {
  const resolve = useResolveUncertain(onDone);
  return (
    <Banner
      tone="warn"
      actions={
        <div className="flex gap-2">
          <Button
            size="sm"
            isPending={resolve.isPending}
            onPress={() => {
              resolve.mutate({ ids: [mail.id], as: "sent" });
            }}
          >
            It was sent
          </Button>
          <SendAgainButton ids={[mail.id]} onDone={onDone} />
        </div>
      }
    >
      What happened to it?
    </Banner>
  );
}
