import { useRef, type ReactNode } from "react";
import { TextField } from "../../ui/text-field.tsx";
import { given } from "../../ui/given.ts";
import { afterOverlay } from "./after-overlay.ts";
import { MergeMenu } from "./merge-menu.tsx";

interface TaggedFieldProps {
  label: string;
  /** As in "Insert a field in the subject". */
  into: string;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  description?: ReactNode;
  placeholder?: string;
  /** Marks it as what takes the focus of its place. */
  isMain?: boolean;
}

/** One line of text in which merge tags may stand; the menu writes one at the caret. */
export function TaggedField(props: TaggedFieldProps) {
  const { label, into, value, onChange, maxLength, description, placeholder, isMain } = props;
  const input = useRef<HTMLInputElement>(null);

  function insert(tag: string) {
    const from = input.current?.selectionStart ?? value.length;
    const to = input.current?.selectionEnd ?? value.length;
    onChange((value.slice(0, from) + tag + value.slice(to)).slice(0, maxLength));
    afterOverlay(() => {
      input.current?.focus();
      input.current?.setSelectionRange(from + tag.length, from + tag.length);
    });
  }

  return (
    <div className="relative" {...(isMain ? { "data-main": "" } : {})}>
      <TextField
        label={label}
        value={value}
        onChange={onChange}
        maxLength={maxLength}
        inputRef={input}
        {...given({ description, placeholder })}
      />
      <div className="absolute -top-1.5 right-0">
        <MergeMenu into={into} onInsert={insert} />
      </div>
    </div>
  );
}
