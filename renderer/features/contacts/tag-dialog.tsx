import { useState } from "react";
import { useCall } from "../../client/use-call.ts";
import { Button } from "../../ui/button.tsx";
import { ComboBox } from "../../ui/combo-box.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { given } from "../../ui/given.ts";
import { contactsWords } from "./contact-words.ts";

interface TagDialogProps {
  kind: "add" | "remove";
  /** "Ana Ruiz", or how many. */
  who: string;
  onTag: (tag: string) => void;
  onClose: () => void;
}

/** Asks for the tag that one or many contacts get or lose. */
export function TagDialog({ kind, who, onTag, onClose }: TagDialogProps) {
  const [tag, setTag] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const tags = useCall("settings.listTags", {}, { topics: ["contacts"] }).data ?? [];
  const verb = kind === "add" ? "Add tag" : "Remove tag";

  function submit() {
    if (tag === null) {
      setMissing(true);
      return;
    }
    onTag(tag);
    onClose();
  }

  return (
    <Dialog
      title={kind === "add" ? `Tag ${who}` : `Untag ${who}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={submit}>
            {verb}
          </Button>
        </>
      }
    >
      <ComboBox
        label="Tag"
        options={withTyped(tags, tag)}
        value={tag}
        onChange={(next) => {
          setTag(next);
          setMissing(false);
        }}
        {...given({
          onCustom:
            kind === "add"
              ? (text: string) => {
                  setTag(text.slice(0, 80));
                  setMissing(false);
                }
              : undefined,
        })}
        placeholder={kind === "add" ? "Choose a tag, or type a new one" : "Choose a tag"}
        emptyText={kind === "add" ? "A new tag." : "No tag of that name."}
        errorMessage={isMissing ? "Choose a tag first." : undefined}
      />
    </Dialog>
  );
}

function withTyped(
  tags: readonly { readonly tag: string; readonly contacts: number }[],
  typed: string | null,
) {
  const known = tags.map(({ tag, contacts }) => ({
    value: tag,
    label: tag,
    description: contactsWords(contacts),
  }));
  if (typed === null || tags.some(({ tag }) => tag === typed)) return known;
  return [...known, { value: typed, label: typed }];
}
