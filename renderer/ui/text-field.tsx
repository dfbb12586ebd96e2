import type { ReactNode, Ref } from "react";
import {
  Input,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components";
import { classes } from "./classes.ts";
import { FieldLabel, FieldNotes, inputClasses, type FieldWords } from "./field.tsx";
import { given } from "./given.ts";

export interface TextFieldProps
  extends FieldWords, Omit<AriaTextFieldProps, "children" | "className" | "style" | "isInvalid"> {
  placeholder?: string;
  /** Shown inside, before the text. */
  icon?: ReactNode;
  /** Codes and addresses read better in a fixed width. */
  isMono?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** One line of text: `<TextField label="Name" value={name} onChange={setName} errorMessage={…} />`. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    isLabelHidden,
    description,
    errorMessage,
    placeholder,
    icon,
    isMono,
    inputRef,
    ...rest
  } = props;
  return (
    <AriaTextField
      {...rest}
      isInvalid={errorMessage !== undefined}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <FieldLabel label={label} {...given({ isLabelHidden })} />
      <div className="relative flex items-center">
        {icon !== undefined && (
          <span className="pointer-events-none absolute left-2.5 text-ink-faint [&_svg]:size-4">
            {icon}
          </span>
        )}
        <Input
          {...given({ placeholder, ref: inputRef })}
          className={classes(
            inputClasses,
            "h-8",
            icon !== undefined && "pl-8",
            isMono && "font-mono text-sm",
          )}
        />
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  );
}
