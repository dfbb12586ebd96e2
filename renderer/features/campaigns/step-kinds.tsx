import {
  CircleStop,
  CornerUpLeft,
  GitFork,
  Hourglass,
  Mail,
  RefreshCw,
  Shuffle,
  Sparkles,
} from "lucide-react";
import type { ReactNode } from "react";
import type { NewStepKind } from "./use-step-edits.ts";

/** What can be added to a campaign, as it stands on buttons and in menus. */
export const stepKinds: readonly {
  readonly kind: NewStepKind;
  readonly label: string;
  readonly icon: ReactNode;
}[] = [
  { kind: "email", label: "Email", icon: <Mail aria-hidden /> },
  { kind: "wait", label: "Wait", icon: <Hourglass aria-hidden /> },
  { kind: "split", label: "Split", icon: <GitFork aria-hidden /> },
  { kind: "random-split", label: "Random split", icon: <Shuffle aria-hidden /> },
  { kind: "actions", label: "Action", icon: <Sparkles aria-hidden /> },
  { kind: "resend", label: "Resend", icon: <RefreshCw aria-hidden /> },
  { kind: "go-to", label: "Go to", icon: <CornerUpLeft aria-hidden /> },
  { kind: "end", label: "End", icon: <CircleStop aria-hidden /> },
];

export function stepIcon(kind: NewStepKind): ReactNode {
  return stepKinds.find((each) => each.kind === kind)?.icon;
}
