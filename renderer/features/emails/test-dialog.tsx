import { useState } from "react";
import { useAction } from "../../client/use-action.ts";
import { useCall } from "../../client/use-call.ts";
import { useWorld } from "../../client/world.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ContactPicker } from "./contact-picker.tsx";
import { useEmail, useEmailState } from "./email-context.ts";

interface TestDialogProps {
  campaignId: string;
  stepId: string;
  /** Whom the preview shows. */
  contactId: string | null;
  onClose: () => void;
}

/** Sends the email as it is now to one address, and says what became of it. */
export function TestDialog(props: TestDialogProps) {
  const accounts = useCall("accounts.list", {});
  const account = accounts.data?.[0];
  if (account) return <TestForm {...props} address={account.fromAddress} />;
  return (
    <Dialog
      title="Send a test"
      isOpen
      onClose={props.onClose}
      footer={
        accounts.data && (
          <ButtonLink href="/settings/account" variant="primary">
            Add your mail account
          </ButtonLink>
        )
      }
    >
      {accounts.error ? (
        <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : accounts.data ? (
        <p>
          There is no account to send through yet. Add yours, or try the campaign in practice mode,
          which needs none.
        </p>
      ) : (
        <Skeleton height={96} />
      )}
    </Dialog>
  );
}

function TestForm(props: TestDialogProps & { address: string }) {
  const { campaignId, stepId, address, onClose } = props;
  const { store } = useEmail();
  const world = useWorld();
  const saveState = useEmailState((state) => state.saveState);
  const [to, setTo] = useState(address);
  const [contactId, setContactId] = useState(props.contactId);
  const [isSaving, setSaving] = useState(false);
  const send = useAction("emails.sendTest", { isErrorShown: true });

  async function submit() {
    send.reset();
    setSaving(true);
    await store.flush();
    setSaving(false);
    if (store.getState().saveState.kind === "failed") return;
    send.mutate({ campaignId, stepId, to: to.trim(), contactId });
  }

  return (
    <Dialog
      title="Send a test"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{send.data ? "Done" : "Cancel"}</Button>
          <Button
            type="submit"
            form="test-form"
            variant="primary"
            isPending={isSaving || send.isPending}
          >
            {send.data ? "Send another" : "Send"}
          </Button>
        </>
      }
    >
      <form
        id="test-form"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label="To"
          type="email"
          value={to}
          onChange={setTo}
          autoFocus
          description={
            world === "practice"
              ? "In practice it lands in the practice inbox."
              : "Marked “[Test]” in its subject; it counts in no report."
          }
        />
        <ContactPicker label="As if it were for" value={contactId} onChange={setContactId} />
        {send.error && (
          <Banner tone="bad" title="The test was not sent" isUrgent>
            {send.error.message}
          </Banner>
        )}
        {saveState.kind === "failed" && (
          <Banner tone="bad" title="The email could not be saved, so nothing was sent" isUrgent>
            {saveState.message}
          </Banner>
        )}
        {send.data && (
          <div role="status">
            <Banner tone={send.data.outcome.startsWith("Sent") ? "good" : "warn"}>
              {send.data.outcome}
            </Banner>
          </div>
        )}
      </form>
    </Dialog>
  );
}
