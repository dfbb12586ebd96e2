import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { mailsWords } from "./mail-words.ts";
import { useResolveUncertain } from "./use-resolve-uncertain.ts";

interface SendAgainButtonProps {
  ids: readonly number[];
  onDone: () => void;
}

/** The one way a mail is ever sent a second time: the owner asks for it, knowing what that may do. */
export function SendAgainButton({ ids, onDone }: SendAgainButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  const resolve = useResolveUncertain(() => {
    setIsAsking(false);
    onDone();
  });
  return (
    <>
      <Button
        size="sm"
        isDisabled={ids.length === 0}
        onPress={() => {
          setIsAsking(true);
        }}
      >
        Send again…
      </Button>
      <ConfirmDialog
        title={`Send ${mailsWords(ids.length)} again?`}
        confirmLabel="Send again"
        isOpen={isAsking}
        isPending={resolve.isPending}
        onClose={() => {
          setIsAsking(false);
        }}
        onConfirm={() => {
          resolve.mutate({ ids: [...ids], as: "again" });
        }}
      >
        <p className="text-pretty">
          Whoever got {ids.length === 1 ? "it" : "theirs"} the first time will get it twice.
        </p>
      </ConfirmDialog>
    </>
  );
}
