import { RadioGroup } from "../../ui/radio-group.tsx";

const choices = [
  { value: "skip", label: "skips this email and goes on" },
  { value: "end", label: "leaves the campaign" },
] as const;

interface OtherwiseChoiceProps {
  /** Who it is about, such as "Everyone else". */
  label: string;
  value: "skip" | "end";
  onChange: (value: "skip" | "end") => void;
}

/** What happens to those an email is not for. Every condition has one, so nobody is left standing. */
export function OtherwiseChoice({ label, value, onChange }: OtherwiseChoiceProps) {
  return <RadioGroup label={label} options={choices} value={value} onChange={onChange} />;
}
