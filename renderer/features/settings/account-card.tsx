import { Pencil, RotateCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useAction } from "../../client/use-action.ts";
import { Badge } from "../../ui/badge.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Progress } from "../../ui/progress.tsx";
import type { Account } from "./account-values.ts";
import { Facts } from "./facts.tsx";
import { limitsWords } from "./limits-words.ts";
import { RemoveAccountDialog } from "./remove-account-dialog.tsx";

const securityWords = {
  tls: "encrypted",
  starttls: "encrypted after the greeting",
  none: "not encrypted",
};

interface AccountCardProps {
  account: Account;
  /** Campaigns send through it. */
  isUsed: boolean;
}

/** One account: what it is, what it has sent, and what is wrong with it. */
export function AccountCard({ account, isUsed }: AccountCardProps) {
  const [isRemoving, setIsRemoving] = useState(false);
  const { fromName, fromAddress, host, port, security, user, sentToday, perDay } = account;
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          {account.name}
          {account.problem !== null ? (
            <Badge tone="bad" hasDot>
              Has a problem
            </Badge>
          ) : isUsed ? (
            <Badge tone="good" hasDot>
              Campaigns send through it
            </Badge>
          ) : (
            <Badge>In reserve</Badge>
          )}
        </span>
      }
      actions={
        <>
          <ButtonLink href={`/settings/account/${account.id}`} size="sm" icon={<Pencil />}>
            Edit
          </ButtonLink>
          <IconButton
            label={`Remove ${account.name}`}
            icon={<Trash2 />}
            size="sm"
            onPress={() => {
              setIsRemoving(true);
            }}
          />
        </>
      }
    >
      <AccountProblem account={account} />
      <Facts
        facts={[
          ["Sender", fromName === "" ? fromAddress : `${fromName} <${fromAddress}>`],
          ["Server", `${host}, port ${port}, ${securityWords[security]}`],
          ["Signs in as", user ?? "nobody: the server asks for no sign-in"],
          ["Limits", `${limitsWords(account)}.`],
          [
            "Tracking",
            account.isTracking
              ? "Opens and clicks, as the business allows."
              : "Off: its mails carry no tracking links.",
          ],
        ]}
      />
      {perDay === null ? (
        <p className="text-sm text-ink-soft">
          {sentToday.toLocaleString("en-GB")} sent in the last 24 hours.
        </p>
      ) : (
        <Progress
          label="Sent in the last 24 hours"
          value={Math.min(sentToday, perDay)}
          max={perDay}
          valueLabel={`${sentToday.toLocaleString("en-GB")} of ${perDay.toLocaleString("en-GB")}`}
        />
      )}
      {isRemoving && (
        <RemoveAccountDialog
          account={account}
          onClose={() => {
            setIsRemoving(false);
          }}
        />
      )}
    </Card>
  );
}

function AccountProblem({ account }: { account: Account }) {
  const tryAgain = useAction("accounts.clearProblem");
  if (account.problem === null) return null;
  return (
    <Banner
      tone="bad"
      title="Sending through this account has stopped"
      actions={
        <Button
          size="sm"
          icon={<RotateCw />}
          isPending={tryAgain.isPending}
          onPress={() => {
            tryAgain.mutate({ id: account.id });
          }}
        >
          Try again now
        </Button>
      }
    >
      {account.problem}
      {account.blockedUntil !== null && (
        <>
          {" "}
          It is tried again by itself at <DateTime at={account.blockedUntil} format="short" />.
        </>
      )}
    </Banner>
  );
}
