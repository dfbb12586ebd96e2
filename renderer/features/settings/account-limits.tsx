import type { Control } from "react-hook-form";
import type { AccountValues } from "./account-values.ts";
import { FormNumberField } from "./form-number-field.tsx";

const limits = [
  { name: "perDay", label: "A day", description: "Counted over the last 24 hours." },
  { name: "perHour", label: "An hour", description: undefined },
  { name: "perMinute", label: "A minute", description: undefined },
  { name: "perSecond", label: "A second", description: undefined },
] as const;

/** How much may leave, so that the provider never has a reason to block the account. */
export function AccountLimits({ control }: { control: Control<AccountValues> }) {
  return (
    <>
      <p className="text-sm text-pretty text-ink-soft">
        Mails at most; empty is no limit. Stay below what your provider allows: what you write by
        hand counts there too. What is over the limit waits and is never dropped.
      </p>
      <div className="grid grid-cols-2 gap-x-6 gap-y-4">
        {limits.map(({ name, label, description }) => (
          <FormNumberField
            key={name}
            control={control}
            name={name}
            label={label}
            minValue={1}
            maxValue={1_000_000}
            {...(description === undefined ? {} : { description })}
          />
        ))}
        <FormNumberField
          control={control}
          name="maxConnections"
          label="Connections at once"
          minValue={1}
          maxValue={20}
          description="One is enough for most."
          validate={(count) => !Number.isNaN(count) || "Please give at least one."}
        />
      </div>
    </>
  );
}
