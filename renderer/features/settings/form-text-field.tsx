import { type Control, Controller, type FieldPath, type FieldValues } from "react-hook-form";
import { TextField, type TextFieldProps } from "../../ui/text-field.tsx";

interface FormTextFieldProps<Values extends FieldValues> extends Omit<
  TextFieldProps,
  "name" | "value" | "onChange" | "errorMessage" | "inputRef"
> {
  control: Control<Values>;
  name: FieldPath<Values>;
  /** True, or what is wrong. */
  validate?: (text: string) => true | string;
}

/** A text field of a form, its error beside it. */
export function FormTextField<Values extends FieldValues>(props: FormTextFieldProps<Values>) {
  const { control, name, validate, onBlur, ...rest } = props;
  return (
    <Controller
      control={control}
      name={name}
      {...(validate ? { rules: { validate } } : {})}
      render={({ field: { ref, ...field }, fieldState }) => (
        <TextField
          {...rest}
          {...field}
          inputRef={ref}
          onBlur={(event) => {
            field.onBlur();
            onBlur?.(event);
          }}
          errorMessage={fieldState.error?.message}
        />
      )}
    />
  );
}
