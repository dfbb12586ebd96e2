import { type Control, Controller, useWatch } from "react-hook-form";
import { Banner } from "../../ui/banner.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Select } from "../../ui/select.tsx";
import type { AccountValues } from "./account-values.ts";
import { FormNumberField } from "./form-number-field.tsx";
import { FormTextField } from "./form-text-field.tsx";

interface AccountServerProps {
  control: Control<AccountValues>;
  address: string;
}

const securities = [
  { value: "tls", label: "Encrypted at once (TLS)", description: "Usually port 465" },
  {
    value: "starttls",
    label: "Encrypted after the greeting (STARTTLS)",
    description: "Usually port 587",
  },
  { value: "none", label: "Not encrypted", description: "Only within your own network" },
] as const;

export function AccountServer({ control, address }: AccountServerProps) {
  const security = useWatch({ control, name: "security" });
  const isSigningIn = useWatch({ control, name: "isSigningIn" });
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-4">
        <FormTextField
          control={control}
          name="host"
          label="Outgoing mail server"
          placeholder="smtp.example.com"
          spellCheck="false"
          validate={(host) => host.trim() !== "" || "Please enter the mail server's name."}
        />
        <FormNumberField
          control={control}
          name="port"
          label="Port"
          minValue={1}
          maxValue={65_535}
          isGrouped={false}
          validate={(port) => !Number.isNaN(port) || "Please enter the port."}
        />
      </div>
      <Controller
        control={control}
        name="security"
        render={({ field }) => (
          <Select
            label="Connection"
            options={securities}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      {security === "none" && isSigningIn && (
        <Banner tone="warn">
          Your password and every mail could be read on the way. Use this for a server in your own
          network alone.
        </Banner>
      )}
      <Controller
        control={control}
        name="isSigningIn"
        render={({ field }) => (
          <Checkbox isSelected={field.value} onChange={field.onChange}>
            The server asks for a sign-in
          </Checkbox>
        )}
      />
      {isSigningIn && (
        <FormTextField
          control={control}
          name="user"
          label="User name"
          placeholder={address || "As the address"}
          description="Empty signs in with your address."
          autoComplete="off"
          spellCheck="false"
        />
      )}
    </>
  );
}
