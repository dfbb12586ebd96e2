import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components";
import { classes } from "./classes.ts";
import { FieldLabel, FieldNotes, inputClasses, type FieldWords } from "./field.tsx";
import { given } from "./given.ts";

export interface TextAreaProps
  extends
    FieldWords,
    Omit<AriaTextFieldProps, "children" | "className" | "style" | "isInvalid" | "type"> {
  placeholder?: string;
  rows?: number;
  isMono?: boolean;
}

/** Several lines of text. It grows with what is typed. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    isLabelHidden,
    description,
    errorMessage,
    placeholder,
    rows = 3,
    isMono,
    ...rest
  } = props;
  return (
    <AriaTextField
      {...rest}
      isInvalid={errorMessage !== undefined}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <FieldLabel label={label} {...given({ isLabelHidden })} />
      <AriaTextArea
        rows={rows}
        {...given({ placeholder })}
        className={classes(
          inputClasses,
          "field-sizing-content max-h-96 resize-y py-1.5",
          isMono && "font-mono text-sm",
        )}
        style={{ minHeight: `${rows * 1.25 + 0.875}rem` }}
      />
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  );
}
