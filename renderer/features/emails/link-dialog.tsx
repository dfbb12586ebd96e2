import type { Editor } from "@tiptap/react";
import { useState } from "react";
import { addressProblem } from "#core/domain/email-content.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { given } from "../../ui/given.ts";
import { TextField } from "../../ui/text-field.tsx";
import { AddressField } from "./address-field.tsx";
import { afterOverlay } from "./after-overlay.ts";
import { wholeAddress } from "./link-address.ts";
import { readLink, removeLink, writeLink } from "./link-at-caret.ts";

interface LinkDialogProps {
  editor: Editor;
  onClose: () => void;
}

const UNSUBSCRIBE = "{{ unsubscribe_url }}";

/** The link at the caret: its words, where it leads, and whether its clicks count. */
export function LinkDialog({ editor, onClose }: LinkDialogProps) {
  const [link] = useState(() => readLink(editor));
  const [words, setWords] = useState(link.words);
  const [href, setHref] = useState(link.href);
  const [isTracked, setTracked] = useState(link.isTracked);
  const [isTried, setTried] = useState(false);
  const isWayOut = href.includes("unsubscribe_url");

  function close() {
    onClose();
    afterOverlay(() => {
      editor.commands.focus();
    });
  }

  return (
    <Dialog
      title={link.isNew ? "Add a link" : "Change the link"}
      isOpen
      onClose={close}
      footer={
        <>
          {!link.isNew && (
            <Button
              onPress={() => {
                removeLink(editor, link);
                close();
              }}
            >
              Remove the link
            </Button>
          )}
          <Button type="submit" form="link-form" variant="primary">
            {link.isNew ? "Add" : "Save"}
          </Button>
        </>
      }
    >
      <form
        id="link-form"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          const address = wholeAddress(href);
          if (addressProblem(address) !== undefined) return;
          writeLink(editor, { ...link, words: words.trim() || address, href: address, isTracked });
          close();
        }}
      >
        <AddressField
          label="Leads to"
          value={href}
          onChange={setHref}
          autoFocus
          {...given({ errorMessage: isTried ? leadsNowhere(href) : undefined })}
        />
        <TextField label="Words" value={words} onChange={setWords} />
        {isWayOut ? (
          <p className="text-sm">Leads straight to unsubscribing; its clicks are not counted.</p>
        ) : (
          <>
            <Checkbox isSelected={isTracked} onChange={setTracked}>
              Count who clicks it
            </Checkbox>
            <div>
              <Button
                size="sm"
                onPress={() => {
                  setHref(UNSUBSCRIBE);
                  if (words.trim() === "") setWords("Unsubscribe");
                }}
              >
                Lead to unsubscribing
              </Button>
            </div>
          </>
        )}
      </form>
    </Dialog>
  );
}

function leadsNowhere(href: string): string | undefined {
  const address = wholeAddress(href);
  if (address === "") return "Please enter where the link leads, such as https://example.com.";
  const problem = addressProblem(address);
  return problem === undefined ? undefined : `“${address}” ${problem}`;
}
