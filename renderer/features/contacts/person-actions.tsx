import { AlarmClock, Archive, ArchiveRestore, MailX, Play, Tag } from "lucide-react";
import { useMemo, useState } from "react";
import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { type Command, useCommands } from "../../ui/commands.ts";
import { useLatest } from "../../ui/use-latest.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { archiveContacts, restoreContacts } from "./bulk-actions.ts";
import { titleOf } from "./contact-words.ts";
import type { Contact } from "./details.ts";
import { SnoozeDialog } from "./snooze-dialog.tsx";
import { StartCampaignDialog } from "./start-campaign-dialog.tsx";
import type { RunBulk } from "./use-bulk.ts";

interface PersonActionsProps {
  contact: Contact;
  run: RunBulk;
  onTag: () => void;
}

/** What can be done with a contact as a whole, by button and by command. */
export function PersonActions({ contact, run, onTag }: PersonActionsProps) {
  const [asked, setAsked] = useState<"start" | "unsubscribe" | "snooze">();
  const isArchived = contact.status === "archived";
  const isMailed = contact.status === "subscribed" || contact.status === "unconfirmed";
  const who = titleOf(contact);
  const unsubscribe = useAction("contacts.unsubscribe", {
    onDone: () => {
      close();
      showToast({ text: `${who} is unsubscribed` });
    },
  });

  function close() {
    setAsked(undefined);
  }

  const verbs = {
    start: () => {
      setAsked("start");
    },
    unsubscribe: () => {
      setAsked("unsubscribe");
    },
    snooze: () => {
      setAsked("snooze");
    },
    archive: () => void archiveContacts(run, [contact.id], who),
    restore: () => void restoreContacts(run, [contact.id], who),
    tag: onTag,
  };
  usePersonCommands({ isArchived, isMailed }, verbs);

  return (
    <>
      {isMailed && (
        <Button icon={<MailX />} onPress={verbs.unsubscribe}>
          Unsubscribe…
        </Button>
      )}
      {isMailed && (
        <Button icon={<AlarmClock />} onPress={verbs.snooze}>
          Snooze…
        </Button>
      )}
      {isArchived ? (
        <Button icon={<ArchiveRestore />} onPress={verbs.restore}>
          Restore
        </Button>
      ) : (
        <Button icon={<Archive />} onPress={verbs.archive}>
          Archive
        </Button>
      )}
      {isMailed && (
        <Button variant="primary" icon={<Play />} onPress={verbs.start}>
          Start campaign…
        </Button>
      )}
      {asked === "snooze" && <SnoozeDialog id={contact.id} who={who} onClose={close} />}
      {asked === "start" && <StartCampaignDialog ids={[contact.id]} who={who} onClose={close} />}
      <ConfirmDialog
        title={`Unsubscribe ${who}?`}
        confirmLabel="Unsubscribe"
        isOpen={asked === "unsubscribe"}
        isDanger
        isPending={unsubscribe.isPending}
        onClose={close}
        onConfirm={() => {
          unsubscribe.mutate({ id: contact.id });
        }}
      >
        {contact.address ?? "The address"} goes on the list of those who may not be mailed, and
        every campaign ends for this person. You cannot take it back: only they can subscribe again.
      </ConfirmDialog>
    </>
  );
}

type Verb = "start" | "unsubscribe" | "snooze" | "archive" | "restore" | "tag";

function usePersonCommands(
  { isArchived, isMailed }: { isArchived: boolean; isMailed: boolean },
  verbs: Readonly<Record<Verb, () => void>>,
): void {
  const latest = useLatest(verbs);
  useCommands(
    useMemo(() => {
      function command(verb: Verb, title: string, icon: Command["icon"]): Command {
        return {
          id: `${verb} contact`,
          title,
          group: "Contact",
          icon,
          run: () => {
            latest.current[verb]();
          },
        };
      }
      return [
        ...(isMailed
          ? [
              command("start", "Start a campaign for this contact", <Play />),
              command("snooze", "Snooze this contact", <AlarmClock />),
              command("unsubscribe", "Unsubscribe this contact", <MailX />),
            ]
          : []),
        command("tag", "Add a tag to this contact", <Tag />),
        isArchived
          ? command("restore", "Restore this contact", <ArchiveRestore />)
          : command("archive", "Archive this contact", <Archive />),
      ];
    }, [isArchived, isMailed, latest]),
  );
}
