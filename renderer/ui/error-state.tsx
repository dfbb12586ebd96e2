import { CircleAlert } from "lucide-react";
import { Button } from "./button.tsx";

export interface ErrorStateProps {
  title?: string;
  /** The error itself; its message is a sentence fit for the screen. */
  error: { readonly message: string; readonly code?: string } | string;
  onRetry?: () => void;
}

/**
 * What stands where something could not be loaded: what went wrong, and a way to try again, but for what is not there,
 * which trying again does not bring back.
 */
export function ErrorState({
  title = "This could not be loaded",
  error,
  onRetry,
}: ErrorStateProps) {
  const canRetry = typeof error === "string" || error.code !== "not-found";
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-6 py-12 text-center">
      <span className="mb-1 grid size-10 place-items-center rounded-xl bg-bad-soft text-bad-text">
        <CircleAlert className="size-5" aria-hidden />
      </span>
      <p className="text-lg font-semibold text-ink">{title}</p>
      <p className="max-w-md text-base text-pretty text-ink-soft">
        {typeof error === "string" ? error : error.message}
      </p>
      {onRetry !== undefined && canRetry && (
        <div className="mt-3">
          <Button onPress={onRetry}>Try again</Button>
        </div>
      )}
    </div>
  );
}
