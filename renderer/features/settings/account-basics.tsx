import { Controller, type UseFormReturn, useWatch } from "react-hook-form";
import { parseAddress } from "#core/domain/contact.ts";
import { Banner } from "../../ui/banner.tsx";
import { Select } from "../../ui/select.tsx";
import { valuesOfProvider, type AccountValues } from "./account-values.ts";
import { FormTextField } from "./form-text-field.tsx";
import { ownServer, presetForAddress, providerPresets } from "./provider-presets.ts";

interface AccountBasicsProps {
  form: UseFormReturn<AccountValues>;
  isNew: boolean;
  hasPassword: boolean;
  isSecretStoreStrong: boolean;
}

const providers = providerPresets.map(({ id, label, description }) => ({
  value: id,
  label,
  description,
}));

/** The three things nobody else can know: the address, who hosts it, the password. */
export function AccountBasics(props: AccountBasicsProps) {
  const { form, isNew, hasPassword, isSecretStoreStrong } = props;
  const { control, setValue, getValues } = form;
  const provider = useWatch({ control, name: "provider" });
  const isSigningIn = useWatch({ control, name: "isSigningIn" });
  const preset = providerPresets.find(({ id }) => id === provider);

  function choose(id: string) {
    setValue("provider", id);
    for (const [name, value] of Object.entries(valuesOfProvider(id)))
      setValue(name as keyof AccountValues, value, { shouldValidate: form.formState.isSubmitted });
  }

  return (
    <>
      <FormTextField
        control={control}
        name="fromAddress"
        label="Your e-mail address"
        type="email"
        autoComplete="email"
        autoFocus={isNew}
        placeholder="you@example.com"
        description="Mails come from this address."
        validate={addressProblem}
        onBlur={() => {
          const found = presetForAddress(getValues("fromAddress"));
          if (isNew && found && getValues("provider") === ownServer && getValues("host") === "")
            choose(found.id);
        }}
      />
      <Controller
        control={control}
        name="provider"
        render={({ field }) => (
          <Select
            label="Provider"
            options={providers}
            value={field.value}
            onChange={choose}
            description="Fills in the server and what it allows; both can be changed below."
          />
        )}
      />
      {preset && <Banner tone="accent">{preset.advice}</Banner>}
      {isSigningIn && (
        <FormTextField
          control={control}
          name="password"
          label={preset?.advice.includes("app password") ? "App password" : "Password"}
          type="password"
          autoComplete="off"
          placeholder={hasPassword ? "Saved; leave empty to keep it" : ""}
          description={
            isSecretStoreStrong
              ? "Kept in this computer’s own key store, and never shown again."
              : "Kept encrypted, with its key in a file beside your data; never shown again. Whoever can read your files could read both."
          }
          validate={(password) =>
            password !== "" ||
            hasPassword ||
            "Please enter the password, or say under “Server and sign-in” that the server wants none."
          }
        />
      )}
    </>
  );
}

export function addressProblem(text: string): true | string {
  const read = parseAddress(text);
  return "problem" in read ? read.problem : true;
}
