import { useState } from "react";
import { type FieldErrors, useForm, useWatch } from "react-hook-form";
import { useLocation } from "wouter";
import { useAction } from "../../client/use-action.ts";
import { useWarnBeforeUnload } from "../../client/use-warn-before-unload.ts";
import { Button } from "../../ui/button.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { More } from "../../ui/more.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { AccountBasics } from "./account-basics.tsx";
import { AccountLimits } from "./account-limits.tsx";
import { AccountSender } from "./account-sender.tsx";
import { AccountServer } from "./account-server.tsx";
import { accountOfValues, type AccountValues } from "./account-values.ts";
import { CheckLines } from "./check-lines.tsx";
import { limitsWords } from "./limits-words.ts";
import { ownServer } from "./provider-presets.ts";
import { RefusalBanner } from "./refusal-banner.tsx";

interface AccountFormProps {
  id: string | null;
  initial: AccountValues;
  hasPassword: boolean;
  isSecretStoreStrong: boolean;
}

interface Opened {
  readonly server: boolean;
  readonly sender: boolean;
  readonly limits: boolean;
}

const LIMITS = ["maxConnections", "perDay", "perHour", "perMinute", "perSecond"] as const;

/** Three questions, and everything else filled in behind them. */
export function AccountForm({ id, initial, hasPassword, isSecretStoreStrong }: AccountFormProps) {
  const [, navigate] = useLocation();
  const form = useForm<AccountValues>({ defaultValues: initial });
  const { control, handleSubmit } = form;
  const values = useWatch({ control });
  const typed = { ...initial, ...values };
  const shown = accountOfValues(typed, id);
  const [opened, setOpened] = useState<Opened>({ server: false, sender: false, limits: false });
  const isServerOpen = opened.server || typed.provider === ownServer;
  const check = useAction("accounts.check", { isErrorShown: true });
  const save = useAction("accounts.save", {
    isErrorShown: true,
    onDone: () => {
      showToast({ text: "Account saved" });
      navigate("/settings/account");
    },
  });

  useWarnBeforeUnload(form.formState.isDirty);

  /** What is wrong must be in sight. */
  function openWrong(errors: FieldErrors<AccountValues>) {
    setOpened({
      server: opened.server || Boolean(errors.host ?? errors.port),
      sender: opened.sender || Boolean(errors.replyTo),
      limits: opened.limits || LIMITS.some((name) => errors[name]),
    });
  }

  return (
    <form
      noValidate
      aria-label="Mail account"
      className="flex flex-col gap-4"
      onSubmit={(event) =>
        void handleSubmit((checked) => {
          save.mutate(accountOfValues(checked, id));
        }, openWrong)(event)
      }
    >
      <Card title="Account">
        <AccountBasics
          form={form}
          isNew={id === null}
          hasPassword={hasPassword}
          isSecretStoreStrong={isSecretStoreStrong}
        />
        <More
          title="Server and sign-in"
          summary={typed.host === "" ? "to be filled in" : `${typed.host}, port ${typed.port}`}
          isExpanded={isServerOpen}
          onExpandedChange={(server) => {
            setOpened({ ...opened, server });
          }}
        >
          <AccountServer control={control} address={shown.fromAddress} />
        </More>
        <More
          title="Sender"
          summary={shown.fromName || shown.fromAddress}
          isExpanded={opened.sender}
          onExpandedChange={(sender) => {
            setOpened({ ...opened, sender });
          }}
        >
          <AccountSender control={control} address={shown.fromAddress} />
        </More>
        <More
          title="Limits"
          summary={limitsWords(shown)}
          isExpanded={opened.limits}
          onExpandedChange={(limits) => {
            setOpened({ ...opened, limits });
          }}
        >
          <AccountLimits control={control} />
        </More>
      </Card>
      <Card
        title="Check the account"
        description="Walks to the server as far as sending would: finds it, connects, secures the connection, signs in, and names you as the sender. It stops before a mail is sent."
        actions={
          <Button
            isDisabled={check.isPending}
            onPress={() =>
              void handleSubmit((checked) => {
                check.mutate(accountOfValues(checked, id));
              }, openWrong)()
            }
          >
            Check the account
          </Button>
        }
      >
        <CheckLines
          label="What the check found"
          lines={check.data}
          isPending={check.isPending}
          pendingText="Talking to the server; this may take some seconds"
        />
        <RefusalBanner error={check.error} title="The account could not be checked" />
        <p className="text-sm text-pretty text-ink-soft">
          To see a real mail arrive, open an email of a campaign and send yourself a test.
        </p>
      </Card>
      <RefusalBanner error={save.error} />
      <div className="flex justify-end gap-2">
        <ButtonLink href="/settings/account">Cancel</ButtonLink>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          Save account
        </Button>
      </div>
    </form>
  );
}
