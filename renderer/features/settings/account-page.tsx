import { Mail, Plus } from "lucide-react";
import { useCall } from "../../client/use-call.ts";
import { useWorld } from "../../client/world.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { AccountCard } from "./account-card.tsx";
import { PracticeNote } from "./practice-note.tsx";
import { SettingsFrame } from "./settings-frame.tsx";

/** The accounts mail is sent through. */
export function AccountPage() {
  return useWorld() === "practice" ? <PracticeAccount /> : <RealAccounts />;
}

function PracticeAccount() {
  return (
    <SettingsFrame title="Mail account">
      <PracticeNote icon={<Mail />} title="Practice needs no account">
        In practice every mail goes through a mail server built into Dripline and ends in the
        practice inbox. Add your account in the real world.
      </PracticeNote>
    </SettingsFrame>
  );
}

function RealAccounts() {
  const accounts = useCall("accounts.list", {}, { topics: ["messages"] });
  return (
    <SettingsFrame
      title="Mail account"
      description="Mail leaves through your own account, within its limits, and nowhere else."
    >
      <Loaded call={accounts} height={220}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<Mail />}
              title="No mail account yet"
              action={
                <ButtonLink href="/settings/account/new" variant="primary" icon={<Plus />}>
                  Add account
                </ButtonLink>
              }
            >
              Any account that can send by SMTP will do: Gmail, Microsoft 365, your web host’s. You
              need its password, or an app password.
            </EmptyState>
          ) : (
            <div className="flex flex-col gap-4">
              {rows.map((account, place) => (
                <AccountCard key={account.id} account={account} isUsed={place === 0} />
              ))}
              <div className="flex items-center justify-between gap-4">
                <p className="text-sm text-pretty text-ink-soft">
                  Campaigns send through your first account. Another one takes its place when you
                  remove it.
                </p>
                <ButtonLink href="/settings/account/new" icon={<Plus />}>
                  Add another account
                </ButtonLink>
              </div>
            </div>
          )
        }
      </Loaded>
    </SettingsFrame>
  );
}
