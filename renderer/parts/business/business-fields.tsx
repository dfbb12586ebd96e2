import type { Control } from "react-hook-form";
import { Controller } from "react-hook-form";
import { ComboBox } from "../../ui/combo-box.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Business } from "./save-business.ts";
import { trackingOptions } from "./tracking-options.ts";
import { zoneOptions } from "./zone-options.ts";

interface BusinessFieldsProps {
  control: Control<Business>;
  /** The caret begins in the name. */
  autoFocus?: boolean;
}

/** Who the business is: at the first run and in the settings. */
export function BusinessFields({ control, autoFocus = false }: BusinessFieldsProps) {
  return (
    <>
      <Controller
        name="name"
        control={control}
        rules={{
          validate: (name) => name.trim() !== "" || "Please enter the name of your business.",
        }}
        render={({ field: { ref, ...field }, fieldState }) => (
          <TextField
            {...field}
            inputRef={ref}
            autoFocus={autoFocus}
            label="Name of your business"
            description="The sender your contacts see, unless you choose another name."
            errorMessage={fieldState.error?.message}
          />
        )}
      />
      <Controller
        name="postalAddress"
        control={control}
        rules={{
          validate: (address) =>
            address.trim().length >= 5 ||
            "Please enter your postal address; the law wants it in every marketing e-mail.",
        }}
        render={({ field: { ref: _ref, ...field }, fieldState }) => (
          <TextArea
            {...field}
            label="Postal address"
            description="Stands at the foot of every mail."
            errorMessage={fieldState.error?.message}
            rows={2}
          />
        )}
      />
      <Controller
        name="zone"
        control={control}
        rules={{ required: "Please choose your time zone." }}
        render={({ field, fieldState }) => (
          <ComboBox
            label="Your time zone"
            description="For contacts whose own zone is not known, and for every time Dripline shows you."
            options={zoneOptions}
            value={field.value === "" ? null : field.value}
            onChange={(zone) => {
              field.onChange(zone ?? "");
            }}
            emptyText="No time zone by that name. Try the nearest large city."
            errorMessage={fieldState.error?.message}
          />
        )}
      />
      <Controller
        name="tracking"
        control={control}
        render={({ field }) => (
          <RadioGroup
            label="Whose opens and clicks may be tracked?"
            isCards
            options={trackingOptions}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
    </>
  );
}
