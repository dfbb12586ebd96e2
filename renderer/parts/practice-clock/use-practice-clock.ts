import { useEffect } from "react";
import { useAction } from "../../client/use-action.ts";
import type { InputOf, OutputOf } from "../../client/call-name.ts";
import { useCall } from "../../client/use-call.ts";
import { showToast } from "../../ui/show-toast.ts";
import { mailsWords } from "./clock-words.ts";

/** The clock goes on by itself, which nobody tells the page. */
const LOOK_MS = 20_000;

export interface PracticeClockState {
  readonly status: OutputOf<"practice.status"> | undefined;
  /** It is being moved: everything due on the way happens first. */
  readonly isBusy: boolean;
  move: (by: InputOf<"practice.advance">["by"]) => void;
}

export function usePracticeClock(): PracticeClockState {
  const { data, refetch } = useCall(
    "practice.status",
    {},
    { topics: ["messages", "campaigns", "settings"], world: "practice" },
  );
  const { mutate, isPending } = useAction("practice.advance", {
    onDone: ({ sent }) => {
      showToast({ text: `The clock was moved. ${mailsWords(sent)} sent on the way.` });
    },
  });
  useEffect(() => {
    const timer = setInterval(() => void refetch(), LOOK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [refetch]);
  return {
    status: data,
    isBusy: isPending || data?.isMoving === true,
    move: (by) => {
      mutate({ by });
    },
  };
}
