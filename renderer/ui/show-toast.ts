import { toast } from "sonner";

export interface ToastWords {
  /** What happened, as a sentence. */
  text: string;
  description?: string;
  kind?: "done" | "problem" | "note";
  /** Offers "Undo" for ten seconds. */
  undo?: () => void;
  /** Offers another action instead. */
  action?: { readonly label: string; readonly run: () => void };
}

/** `showToast({ text: "3 contacts archived", undo: () => … })`. Problems stay until they are closed. */
export function showToast({ text, description, kind = "done", undo, action }: ToastWords): void {
  const offer = undo ? { label: "Undo", run: undo } : action;
  const show = { done: toast.success, problem: toast.error, note: toast.info }[kind];
  show(text, {
    ...(description === undefined ? {} : { description }),
    ...(offer ? { action: { label: offer.label, onClick: offer.run } } : {}),
    duration: kind === "problem" ? Number.POSITIVE_INFINITY : offer ? 10_000 : 4000,
  });
}
