import { Archive, ChevronDown, Clock, Copy, Pencil, Trash2, Users } from "lucide-react";
import { useState } from "react";
import { Button } from "../button.tsx";
import { Chip } from "../chip.tsx";
import { CommandPalette } from "../command-palette.tsx";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { Dialog } from "../dialog.tsx";
import { Menu } from "../menu.tsx";
import { NumberField } from "../number-field.tsx";
import { Popover } from "../popover.tsx";
import { showToast } from "../show-toast.ts";
import { TextField } from "../text-field.tsx";
import { Section, Specimen } from "./specimen.tsx";

const commands = ["Lists", "People", "Numbers"].map((title) => ({
  id: title,
  title: `Go to ${title}`,
  group: "Go to",
  icon: <Users />,
  shortcut: `g ${title.slice(0, 1).toLowerCase()}`,
  run: () => {
    showToast({ text: `Went to ${title}`, kind: "note" });
  },
}));

export function OverlaySection() {
  const [open, setOpen] = useState<"dialog" | "confirm" | "palette" | null>(null);
  const [days, setDays] = useState(2);
  function close() {
    setOpen(null);
  }
  return (
    <Section id="floating" title="What opens over the page">
      <Specimen name="Dialogs, menu, popover, palette">
        <Button
          onPress={() => {
            setOpen("dialog");
          }}
        >
          Dialog
        </Button>
        <Button
          onPress={() => {
            setOpen("confirm");
          }}
        >
          Confirm
        </Button>
        <Button
          onPress={() => {
            setOpen("palette");
          }}
        >
          Palette
        </Button>
        <Menu
          label="Actions"
          trigger={
            <Button>
              Menu <ChevronDown aria-hidden />
            </Button>
          }
          items={[
            { id: "edit", label: "Edit", icon: <Pencil />, shortcut: "e" },
            { id: "copy", label: "Duplicate", icon: <Copy /> },
            { id: "archive", label: "Archive", icon: <Archive />, isDisabled: true },
            {
              id: "delete",
              label: "Delete",
              icon: <Trash2 />,
              isDanger: true,
              isSectionStart: true,
            },
          ]}
        />
        <Popover label="Filter" trigger={<Button>Popover</Button>}>
          {(done) => (
            <>
              <TextField label="Contains" defaultValue="ana" />
              <Button variant="primary" onPress={done}>
                Apply
              </Button>
            </>
          )}
        </Popover>
      </Specimen>
      <Specimen name="Chips: set, not set, wrong, disabled">
        <Chip label="Delay" value="2 days later" icon={<Clock />}>
          <NumberField label="Wait" value={days} onChange={setDays} unit="days" />
        </Chip>
        <Chip label="Only to" value="everyone" icon={<Users />} isMuted>
          <p className="text-base text-ink-soft">Nobody is left out.</p>
        </Chip>
        <Chip label="Trigger" value="choose an e-mail" isInvalid>
          <p className="text-base text-ink-soft">The e-mail it waited for was deleted.</p>
        </Chip>
        <Chip label="Delay" value="at once" isDisabled>
          {null}
        </Chip>
      </Specimen>
      <Specimen name="Toasts">
        <Button
          onPress={() => {
            showToast({
              text: "3 people archived",
              undo: () => showToast({ text: "They are back" }),
            });
          }}
        >
          Done, with undo
        </Button>
        <Button
          onPress={() => {
            showToast({
              kind: "problem",
              text: "The mail server refused the password",
              description: "Check it under Settings, then try again.",
            });
          }}
        >
          Problem
        </Button>
      </Specimen>
      <Dialog
        title="Rename the list"
        isOpen={open === "dialog"}
        onClose={close}
        footer={
          <>
            <Button onPress={close}>Cancel</Button>
            <Button variant="primary" onPress={close}>
              Rename
            </Button>
          </>
        }
      >
        <TextField label="Name" defaultValue="Spring" autoFocus />
      </Dialog>
      <ConfirmDialog
        title="Delete 3 people?"
        confirmLabel="Delete 3 people"
        isDanger
        isOpen={open === "confirm"}
        onClose={close}
        onConfirm={close}
      >
        Their history is deleted with them. This cannot be undone.
      </ConfirmDialog>
      <CommandPalette isOpen={open === "palette"} onClose={close} commands={commands} />
    </Section>
  );
}
