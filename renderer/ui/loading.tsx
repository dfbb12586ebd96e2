import { LoaderCircle } from "lucide-react";

export interface LoadingProps {
  /** What is on the way: "Loading contacts". */
  label: string;
  isLabelHidden?: boolean;
}

/** A spinner with its words, read out once. */
export function Loading({ label, isLabelHidden }: LoadingProps) {
  return (
    <div
      role="status"
      className="flex items-center justify-center gap-2 p-8 text-base text-ink-soft"
    >
      <LoaderCircle className="size-4 animate-spin" aria-hidden />
      <span className={isLabelHidden ? "sr-only" : ""}>{label}</span>
    </div>
  );
}
