import { Gone } from "../../parts/gone/gone.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useCall } from "../../client/use-call.ts";
import { AccountForm } from "./account-form.tsx";
import { newAccountValues, valuesOfAccount } from "./account-values.ts";
import { SettingsFrame } from "./settings-frame.tsx";

const crumbs = [{ label: "Mail account", href: "/settings/account" }];

/** One account, or a new one where `id` is null. Both are of the real world, whichever is on screen. */
export function AccountEditorPage({ id }: { id: string | null }) {
  const accounts = useCall("accounts.list", {});
  const settings = useCall("settings.get", {});
  const account = accounts.data?.find((each) => each.id === id);
  return (
    <SettingsFrame
      title={id === null ? "Add a mail account" : (account?.name ?? "Mail account")}
      crumbs={crumbs}
    >
      <Loaded call={accounts} height={420}>
        {() => (
          <Loaded call={settings} height={420}>
            {({ business, isSecretStoreStrong }) =>
              id !== null && !account ? (
                <Gone
                  what="account"
                  list={{ label: "The mail account", href: "/settings/account" }}
                />
              ) : (
                <AccountForm
                  key={id}
                  id={id}
                  initial={account ? valuesOfAccount(account) : newAccountValues(business.name)}
                  hasPassword={account?.hasPassword ?? false}
                  isSecretStoreStrong={isSecretStoreStrong}
                />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </SettingsFrame>
  );
}
