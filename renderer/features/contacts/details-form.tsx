import { Save } from "lucide-react";
import { useCallback, useMemo, useRef, useState } from "react";
import { useAction } from "../../client/use-action.ts";
import { useWarnBeforeUnload } from "../../client/use-warn-before-unload.ts";
import { useCall } from "../../client/use-call.ts";
import { useWorld } from "../../client/world.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { useCommands } from "../../ui/commands.ts";
import { useLatest } from "../../ui/use-latest.ts";
import { showToast } from "../../ui/show-toast.ts";
import { titleOf } from "./contact-words.ts";
import {
  changedNames,
  type Contact,
  type ContactField,
  detailProblems,
  type Details,
  detailsOf,
  toSave,
} from "./details.ts";
import { useDetailDraft } from "./details-draft.ts";
import { DetailsFields } from "./details-fields.tsx";

const noProblems: Details = {};

interface DetailsFormProps {
  contact: Contact;
  fields: readonly ContactField[];
}

/** Everything that is known of a contact, to be changed and saved, with an undo. */
export function DetailsForm({ contact, fields }: DetailsFormProps) {
  const { id } = contact;
  const [draft, put, drop] = useDetailDraft(`${useWorld()} ${id}`);
  const [problems, setProblems] = useState<Details>(noProblems);
  const form = useRef<HTMLFormElement>(null);
  const stages = useCall("settings.listStages", {}, { topics: ["contacts"] }).data ?? [];
  const saved = detailsOf(contact, fields);
  const details = { ...saved, ...draft };
  const changed = changedNames(saved, draft);
  const isDirty = changed.length > 0;
  useWarnBeforeUnload(isDirty);
  const undo = useAction("contacts.save", {
    onDone: () => {
      showToast({ text: `${titleOf(contact)} is as before` });
    },
  });
  const save = useAction("contacts.save", {
    isErrorShown: true,
    onDone: () => {
      drop();
      showToast({
        text: `${titleOf(contact)} saved`,
        undo: () => {
          undo.mutate(toSave(id, saved, fields));
        },
      });
    },
  });
  const isTaken = save.error?.code === "conflict";

  function submit() {
    if (save.isPending || !isDirty) return;
    const found = detailProblems(details, fields);
    setProblems(found);
    function onError() {
      showProblem(form.current);
    }
    if (Object.keys(found).length > 0) onError();
    else save.mutate(toSave(id, details, fields), { onError });
  }

  function discard() {
    drop();
    setProblems(noProblems);
    reset();
  }

  const { reset } = save;
  const change = useCallback(
    (name: string, value: string) => {
      put(name, value);
      reset();
      setProblems((known) => (name in known ? without(known, name) : known));
    },
    [put, reset],
  );
  useSaveCommand(isDirty, submit);

  return (
    <form
      noValidate
      aria-label="Details"
      ref={form}
      className="flex flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <DetailsFields
        contact={contact}
        details={details}
        fields={fields}
        stages={stages}
        problems={isTaken && save.error ? { ...problems, address: save.error.message } : problems}
        onChange={change}
      />
      {save.error && !isTaken && (
        <div className="mt-4">
          <Banner tone="bad" title="Not saved" isUrgent>
            {save.error.message}
          </Banner>
        </div>
      )}
      {isDirty && (
        <div className="sticky bottom-0 -mr-5 -ml-8 mt-auto flex items-center gap-2 border-t border-line bg-surface py-3 pr-5 pl-8">
          <p role="status" className="mr-auto text-sm text-ink-soft">
            {changed.length === 1 ? "1 change" : `${changed.length} changes`} not saved
          </p>
          <Button size="sm" onPress={discard} isDisabled={save.isPending}>
            Discard
          </Button>
          <Button size="sm" variant="primary" type="submit" isPending={save.isPending}>
            Save
          </Button>
        </div>
      )}
    </form>
  );
}

function without(problems: Details, name: string): Details {
  const { [name]: _solved, ...others } = problems;
  return others;
}

/** Brings the first thing that was refused into sight, with the caret in it, once it is drawn. */
function showProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  });
}

/** Mod+S, while there is something to save. */
function useSaveCommand(isDirty: boolean, submit: () => void): void {
  const latest = useLatest(submit);
  useCommands(
    useMemo(() => {
      const command = {
        id: "save contact",
        title: "Save the details",
        group: "Contact",
        icon: <Save />,
        shortcut: "Mod+S",
        run: () => {
          latest.current();
        },
      };
      return isDirty ? [command] : [];
    }, [isDirty, latest]),
  );
}
