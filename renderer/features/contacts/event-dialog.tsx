import { useState } from "react";
import { useAction } from "../../client/use-action.ts";
import { useCall } from "../../client/use-call.ts";
import { Button } from "../../ui/button.tsx";
import { ComboBox } from "../../ui/combo-box.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { TextField } from "../../ui/text-field.tsx";

interface EventDialogProps {
  id: string;
  who: string;
  onClose: () => void;
}

/** Writes down something of which no website tells, such as a call. */
export function EventDialog({ id, who, onClose }: EventDialogProps) {
  const { data: known = [] } = useCall("contacts.listEventNames", {}, { topics: ["relay"] });
  const [name, setName] = useState("");
  const [property, setProperty] = useState("");
  const [value, setValue] = useState("");
  const add = useAction("contacts.addEvent", {
    isErrorShown: true,
    onDone: () => {
      onClose();
      showToast({ text: `Written down for ${who}: “${name}”` });
    },
  });
  return (
    <Dialog
      title={`Something happened to ${who}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isPending={add.isPending}
            isDisabled={name === "" || (property.trim() === "") !== (value.trim() === "")}
            onPress={() => {
              const properties = property.trim() === "" ? {} : { [property.trim()]: value.trim() };
              add.mutate({ id, name, properties });
            }}
          >
            Write down
          </Button>
        </>
      }
    >
      <p>
        It stands in the timeline, and starts the campaigns that wait for an event by this name.
      </p>
      <ComboBox
        label="What happened"
        placeholder="Such as “called” or “bought in the shop”"
        options={[...new Set([...known, name])]
          .filter((each) => each !== "")
          .map((each) => ({ value: each, label: each }))}
        value={name || null}
        onChange={(next) => {
          setName(next ?? "");
        }}
        onCustom={(text) => {
          setName(text.slice(0, 100));
        }}
        emptyText="A new event. Enter takes it."
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label="Detail, if there is one"
          placeholder="Such as amount"
          maxLength={100}
          value={property}
          onChange={setProperty}
        />
        <TextField
          label="What it is"
          placeholder="Such as 30"
          maxLength={1000}
          value={value}
          onChange={setValue}
        />
      </div>
      {add.error && (
        <p role="alert" className="text-sm text-bad-text">
          {add.error.message}
        </p>
      )}
    </Dialog>
  );
}
