import { Controller, useForm, useWatch } from "react-hook-form";
import { builtInFields } from "#core/domain/field.ts";
import type { InputOf } from "../../client/call-name.ts";
import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Select } from "../../ui/select.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { fieldKeyOf, fieldKeyProblem } from "./field-key.ts";
import { FormTextField } from "./form-text-field.tsx";
import { RefusalBanner } from "./refusal-banner.tsx";

type Field = InputOf<"settings.saveField">;

export const fieldTypes = [
  { value: "text", label: "Text" },
  { value: "number", label: "Number" },
  { value: "date", label: "Date" },
  { value: "boolean", label: "Yes or no" },
] as const;

interface FieldDialogProps {
  /** Undefined for a new one. */
  field: Field | undefined;
  taken: readonly string[];
  onClose: () => void;
}

/** Names a field. Its key and what it holds stay as they were made: values and mails stand on them. */
export function FieldDialog({ field, taken, onClose }: FieldDialogProps) {
  const { control, handleSubmit } = useForm<Field>({
    defaultValues: field ?? { label: "", key: "", type: "text" },
  });
  const label = useWatch({ control, name: "label" });
  const allTaken = [...taken, ...builtInFields.keys()];
  const suggested = fieldKeyOf(label, allTaken);
  const save = useAction("settings.saveField", {
    isErrorShown: true,
    onDone: (_done, saved) => {
      showToast({ text: `Field “${saved.label}” saved` });
      onClose();
    },
  });

  function submit() {
    void handleSubmit((values) => {
      save.mutate({
        ...values,
        label: values.label.trim(),
        key: field?.key ?? (values.key.trim() || suggested),
      });
    })();
  }

  return (
    <Dialog
      title={field ? `Rename “${field.label}”` : "New field"}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={submit} isPending={save.isPending}>
            Save field
          </Button>
        </>
      }
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FormTextField
          control={control}
          name="label"
          label="Name"
          autoFocus
          placeholder="Date of birth"
          maxLength={60}
          validate={(text) => text.trim() !== "" || "Please name the field."}
        />
        {!field && (
          <>
            <Controller
              control={control}
              name="type"
              render={({ field: { value, onChange } }) => (
                <Select
                  label="Holds"
                  options={fieldTypes}
                  value={value}
                  onChange={onChange}
                  description="Cannot be changed later."
                />
              )}
            />
            <FormTextField
              control={control}
              name="key"
              label="Key"
              isMono
              spellCheck="false"
              placeholder={label.trim() === "" ? "date_of_birth" : suggested}
              description="How mails and lists write it. Empty takes it from the name."
              validate={(key) =>
                key.trim() === "" || (fieldKeyProblem(key.trim(), allTaken) ?? true)
              }
            />
          </>
        )}
        <RefusalBanner error={save.error} />
        {/* Enter saves. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Dialog>
  );
}
