import { Check, CircleAlert, LoaderCircle } from "lucide-react";
import { useEditorState } from "./editor-context.ts";

/** Whether everything on screen is on the disk. */
export function SaveStateLabel() {
  const { kind } = useEditorState((state) => state.saveState);
  return (
    <span
      role="status"
      className="inline-flex min-w-20 items-center gap-1.5 text-sm whitespace-nowrap text-ink-soft [&_svg]:size-3.5"
    >
      {kind === "saved" ? (
        <>
          <Check aria-hidden /> Saved
        </>
      ) : kind === "failed" ? (
        <>
          <CircleAlert className="text-bad-text" aria-hidden />
          <span className="text-bad-text">Not saved</span>
        </>
      ) : (
        <>
          <LoaderCircle className="animate-spin" aria-hidden /> Saving
        </>
      )}
    </span>
  );
}
