import { useRef } from "react";
import { type Control, Controller, type FieldPath, type FieldValues } from "react-hook-form";
import { NumberField, type NumberFieldProps } from "../../ui/number-field.tsx";

interface FormNumberFieldProps<Values extends FieldValues> extends Omit<
  NumberFieldProps,
  "name" | "value" | "onChange" | "errorMessage"
> {
  control: Control<Values>;
  name: FieldPath<Values>;
  validate?: (value: number) => true | string;
}

/** A number of a form, its error beside it; NaN while it is empty. */
export function FormNumberField<Values extends FieldValues>(props: FormNumberFieldProps<Values>) {
  const { control, name, validate, ...rest } = props;
  const problem = useRef<string>(undefined);
  return (
    <Controller
      control={control}
      name={name}
      rules={{
        validate: (value) =>
          (Number.isNaN(value) ? problem.current : undefined) ?? validate?.(value) ?? true,
      }}
      render={({ field: { ref: _ref, ...field }, fieldState }) => (
        <NumberField
          {...rest}
          {...field}
          onProblem={(next) => {
            problem.current = next;
          }}
          errorMessage={fieldState.error?.message}
        />
      )}
    />
  );
}
