import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea } from "../../ui/text-area.tsx";

interface ReplyDialogProps {
  /** Who replies: the recipient of the mail. */
  to: string;
  isPending: boolean;
  onReply: (text: string) => void;
  onClose: () => void;
}

export function ReplyDialog({ to, isPending, onReply, onClose }: ReplyDialogProps) {
  const [text, setText] = useState("");
  function send() {
    if (text.trim() !== "" && !isPending) onReply(text);
  }
  return (
    <Dialog
      title="Reply as the recipient"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isPending={isPending}
            isDisabled={text.trim() === ""}
            onPress={send}
          >
            Send reply
          </Button>
        </>
      }
    >
      <TextArea
        label="What they write"
        description={`From ${to}. Ctrl+Enter sends it.`}
        autoFocus
        value={text}
        onChange={setText}
        maxLength={5000}
        rows={4}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
        }}
      />
    </Dialog>
  );
}
