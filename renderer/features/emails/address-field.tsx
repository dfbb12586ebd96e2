import type { ReactNode } from "react";
import { given } from "../../ui/given.ts";
import { TextField } from "../../ui/text-field.tsx";
import { wholeAddress } from "./link-address.ts";

interface AddressFieldProps {
  label: string;
  value: string;
  onChange: (address: string) => void;
  description?: ReactNode;
  placeholder?: string;
  autoFocus?: boolean;
  errorMessage?: string;
}

/** A web address; one without its beginning is completed when the field is left. */
export function AddressField(props: AddressFieldProps) {
  const { label, value, onChange, placeholder = "https://…", ...rest } = props;
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      maxLength={4000}
      placeholder={placeholder}
      inputMode="url"
      autoComplete="off"
      spellCheck="false"
      onBlur={() => {
        const whole = wholeAddress(value);
        if (whole !== value) onChange(whole);
      }}
      {...given(rest)}
    />
  );
}
