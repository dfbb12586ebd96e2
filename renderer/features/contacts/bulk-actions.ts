import { showToast } from "../../ui/show-toast.ts";
import { contactsWords } from "./contact-words.ts";
import type { RunBulk } from "./use-bulk.ts";

/** Gives contacts a tag, or the one called `name`; the undo takes it only from those who did not have it. */
export async function addTagTo(
  run: RunBulk,
  ids: readonly string[],
  tag: string,
  name?: string,
): Promise<void> {
  const answers = await run("Adding the tag", ids, ({ contacts }, slice) =>
    contacts.addTag({ ids: slice, tag }),
  );
  if (!answers) return;
  const changed = answers.flatMap((answer) => answer.ids);
  if (changed.length === 0) {
    showToast({
      text: `${name === undefined ? "All of them" : name} had the tag “${tag}” already`,
      kind: "note",
    });
    return;
  }
  showToast({
    text: `Tag “${tag}” added to ${name ?? contactsWords(changed.length)}`,
    undo: () =>
      void run("Taking the tag off again", changed, ({ contacts }, slice) =>
        contacts.removeTag({ ids: slice, tag }),
      ),
  });
}

/** Takes a tag off contacts; the undo gives it back to those who had it. */
export async function removeTagFrom(
  run: RunBulk,
  ids: readonly string[],
  tag: string,
  name?: string,
): Promise<void> {
  const answers = await run("Removing the tag", ids, ({ contacts }, slice) =>
    contacts.removeTag({ ids: slice, tag }),
  );
  if (!answers) return;
  const changed = answers.flatMap((answer) => answer.ids);
  if (changed.length === 0) {
    showToast({
      text: `${name === undefined ? "None of them had" : `${name} did not have`} the tag “${tag}”`,
      kind: "note",
    });
    return;
  }
  showToast({
    text: `Tag “${tag}” removed from ${name ?? contactsWords(changed.length)}`,
    undo: () =>
      void run("Giving the tag back", changed, ({ contacts }, slice) =>
        contacts.addTag({ ids: slice, tag }),
      ),
  });
}

/** Puts contacts into the archive. Campaigns they were in stay ended when it is undone. */
export async function archiveContacts(
  run: RunBulk,
  ids: readonly string[],
  name?: string,
): Promise<void> {
  const answers = await run("Archiving", ids, ({ contacts }, slice) =>
    contacts.archive({ ids: slice }),
  );
  if (!answers) return;
  const changed = answers.flatMap((answer) => answer.ids);
  if (changed.length === 0) {
    showToast({
      text: `${name === undefined ? "They are" : `${name} is`} in the archive already`,
      kind: "note",
    });
    return;
  }
  showToast({
    text: `${name ?? contactsWords(changed.length)} archived`,
    description: "Their campaigns have ended, and do not start again by an undo.",
    undo: () => void restoreContacts(run, changed, name),
  });
}

export async function restoreContacts(
  run: RunBulk,
  ids: readonly string[],
  name?: string,
): Promise<void> {
  const answers = await run("Restoring", ids, ({ contacts }, slice) =>
    contacts.restore({ ids: slice }),
  );
  if (!answers) return;
  const changed = answers.flatMap((answer) => answer.ids);
  showToast({ text: `${name ?? contactsWords(changed.length)} restored` });
}
