import { useEffect } from "react";
import { useAction } from "../../client/use-action.ts";
import type { InputOf, OutputOf } from "../../client/call-name.ts";
import { useCall } from "../../client/use-call.ts";
import { showToast } from "../../ui/show-toast.ts";
import { mailsWords } from "./clock-words.ts";

/** The clock goes on by itself, which nobody tells the page. */
const LOOK_MS = 20_000;

type ClockMove = InputOf<"practice.advance">["by"];

export interface PracticeClockState {
  readonly status: OutputOf<"practice.status"> | undefined;
  /** It is being moved: everything due on the way happens first. */
  readonly isBusy: boolean;
  /** How far it is being moved from here. */
  readonly moving: ClockMove | undefined;
  /** Does nothing while it is busy. */
  move: (by: ClockMove) => void;
}

export function usePracticeClock(): PracticeClockState {
  const { data, refetch } = useCall(
    "practice.status",
    {},
    { topics: ["messages", "campaigns", "settings"], world: "practice" },
  );
  const { mutate, isPending, variables } = useAction("practice.advance", {
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
  const isBusy = isPending || data?.isMoving === true;
  return {
    status: data,
    isBusy,
    moving: isPending ? variables.by : undefined,
    move: (by) => {
      if (!isBusy) mutate({ by });
    },
  };
}
