import { Toaster as Sonner } from "sonner";

/** The corner where toasts appear. Once, in the frame of the app. */
export function Toaster({ theme }: { theme: "light" | "dark" | "system" }) {
  return (
    <Sonner
      theme={theme}
      position="bottom-right"
      closeButton
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-[360px] items-start gap-2.5 rounded-lg bg-raised px-3.5 py-3 text-ink shadow-mid font-sans",
          icon: "mt-0.5 shrink-0 [&_svg]:size-4",
          content: "flex min-w-0 flex-1 flex-col gap-0.5",
          title: "text-base font-medium",
          description: "text-sm text-ink-soft",
          actionButton:
            "shrink-0 rounded-md px-2 py-0.5 text-base font-medium text-accent-text hover:bg-hover",
          closeButton:
            "order-last grid size-5 shrink-0 place-items-center rounded-sm text-ink-soft hover:bg-hover [&_svg]:size-3.5",
          success: "[&_[data-icon]]:text-good-text",
          error: "[&_[data-icon]]:text-bad-text",
          info: "[&_[data-icon]]:text-accent-text",
        },
      }}
    />
  );
}
