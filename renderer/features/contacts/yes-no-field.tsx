import { Select } from "../../ui/select.tsx";

interface YesNoFieldProps {
  label: string;
  /** "true", "false", or "" where it is not known. */
  value: string;
  onChange: (value: string) => void;
  description?: string;
  errorMessage?: string | undefined;
}

const UNKNOWN = "unknown";
const answers = [
  { value: UNKNOWN, label: "Not known" },
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
];

export function YesNoField({ value, onChange, ...words }: YesNoFieldProps) {
  return (
    <Select
      {...words}
      options={answers}
      value={value || UNKNOWN}
      onChange={(answer) => {
        onChange(answer === UNKNOWN ? "" : answer);
      }}
    />
  );
}
