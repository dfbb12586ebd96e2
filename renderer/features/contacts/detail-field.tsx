import type { FieldType } from "#core/domain/field.ts";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { YesNoField } from "./yes-no-field.tsx";

interface DetailFieldProps {
  label: string;
  type: FieldType;
  /** Text that stands in several lines. */
  isLong: boolean;
  value: string;
  onChange: (value: string) => void;
  errorMessage: string | undefined;
}

/** One custom field of a contact, typed as its type asks. */
export function DetailField({ type, isLong, ...props }: DetailFieldProps) {
  if (type === "boolean") return <YesNoField {...props} />;
  if (type === "text" && isLong) return <TextArea {...props} rows={3} maxLength={10_000} />;
  return (
    <TextField
      {...props}
      type={type === "date" ? "date" : "text"}
      {...(type === "number" ? { inputMode: "decimal" } : {})}
      {...(type === "text" ? { maxLength: 10_000 } : {})}
    />
  );
}
