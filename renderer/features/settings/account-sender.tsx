import { type Control, Controller } from "react-hook-form";
import { Switch } from "../../ui/switch.tsx";
import { addressProblem } from "./account-basics.tsx";
import type { AccountValues } from "./account-values.ts";
import { FormTextField } from "./form-text-field.tsx";

interface AccountSenderProps {
  control: Control<AccountValues>;
  address: string;
}

/** What recipients see, and whether their opens and clicks are heard. */
export function AccountSender({ control, address }: AccountSenderProps) {
  return (
    <>
      <FormTextField
        control={control}
        name="fromName"
        label="Sender’s name"
        description="What recipients see before the address."
        maxLength={200}
      />
      <FormTextField
        control={control}
        name="replyTo"
        label="Answers go to"
        type="email"
        placeholder={address || "As the address"}
        description="Empty: to your address."
        validate={(text) => text.trim() === "" || addressProblem(text)}
      />
      <FormTextField
        control={control}
        name="name"
        label="Name of the account"
        placeholder={address || "As the address"}
        description="For you alone."
        maxLength={200}
      />
      <Controller
        control={control}
        name="isTracking"
        render={({ field }) => (
          <Switch
            isSelected={field.value}
            onChange={field.onChange}
            description="As the business allows, and only with a relay. Off: its mails carry no tracking links."
          >
            Hear opens and clicks
          </Switch>
        )}
      />
    </>
  );
}
