import type { UseMutationResult } from "@tanstack/react-query";
import type { CallFailed } from "#core/contract/failure.ts";
import type { InputOf, OutputOf } from "../../client/call-name.ts";
import { useAction } from "../../client/use-action.ts";
import { showToast } from "../../ui/show-toast.ts";
import { mailsWords } from "./mail-words.ts";

/** The owner’s word on uncertain mail. A refusal appears as a toast. */
export function useResolveUncertain(
  onDone: () => void,
): UseMutationResult<
  OutputOf<"messages.resolveUncertain">,
  CallFailed,
  InputOf<"messages.resolveUncertain">
> {
  return useAction("messages.resolveUncertain", {
    onDone: ({ resolved }, { as }) => {
      showToast({
        text:
          as === "sent"
            ? `${mailsWords(resolved)} taken as sent`
            : `${mailsWords(resolved)} will be sent again`,
      });
      onDone();
    },
  });
}
