import { useState } from "react";
import { useLocation } from "wouter";
import { parseAddress } from "#core/domain/contact.ts";
import { useAction } from "../../client/use-action.ts";
import { useCall } from "../../client/use-call.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Select } from "../../ui/select.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { TextField } from "../../ui/text-field.tsx";
import { NO_STAGE, stageOptions } from "./stage-options.ts";

/** Adds one contact by hand; everything else about them is said on their own page. */
export function NewContactDialog({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation();
  const [address, setAddress] = useState("");
  const [firstName, setFirstName] = useState("");
  const [lastName, setLastName] = useState("");
  const [stageId, setStageId] = useState<string>(NO_STAGE);
  const [problem, setProblem] = useState<string>();
  const stages = useCall("settings.listStages", {}).data ?? [];
  const save = useAction("contacts.save", {
    isErrorShown: true,
    onDone: ({ id }) => {
      onClose();
      showToast({
        text: `${firstName.trim() || address.trim()} added`,
        action: {
          label: "Open",
          run: () => {
            navigate(`/contacts/${id}`);
          },
        },
      });
    },
  });
  const read = parseAddress(address);
  const suggestion = "suggestion" in read ? read.suggestion : null;

  function submit() {
    setProblem("problem" in read ? read.problem : undefined);
    if ("problem" in read) return;
    save.mutate({
      id: null,
      address,
      firstName: firstName.trim() || null,
      lastName: lastName.trim() || null,
      stageId: stageId === NO_STAGE ? null : stageId,
      zone: null,
      trackingConsent: null,
    });
  }

  return (
    <Dialog
      title="New contact"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={submit} isPending={save.isPending}>
            Add contact
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
        <TextField
          label="E-mail address"
          type="email"
          autoFocus
          value={address}
          onChange={(text) => {
            setAddress(text);
            setProblem(undefined);
            save.reset();
          }}
          placeholder="ana@example.com"
          description={suggestion === null ? undefined : `Did you mean ${suggestion}?`}
          errorMessage={problem ?? save.error?.message}
        />
        <div className="grid grid-cols-2 gap-4">
          <TextField label="First name" value={firstName} onChange={setFirstName} maxLength={200} />
          <TextField label="Last name" value={lastName} onChange={setLastName} maxLength={200} />
        </div>
        <Select
          label="Stage"
          options={stageOptions(stages)}
          value={stageId}
          onChange={setStageId}
        />
        {/* Enter in a field adds the contact. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Dialog>
  );
}
