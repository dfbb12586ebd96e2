import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { given } from "./given.ts";
import { IconButton } from "./icon-button.tsx";
import { overlayPlace } from "./overlay-place.ts";

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** Escape, the cross and a click outside do nothing; for work that must be ended by a button. */
  isBlocking?: boolean;
  role?: "dialog" | "alertdialog";
}

const widths = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-4xl" };

/** A modal window: `<Dialog title isOpen onClose footer={<><Button/>…</>}>…</Dialog>`. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, footer, size = "sm", isBlocking = false, role } = props;
  return (
    <ModalOverlay
      {...overlayPlace()}
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      isDismissable={!isBlocking}
      isKeyboardDismissDisabled={isBlocking}
      className="fixed inset-0 z-40 flex animate-fade items-center justify-center bg-scrim p-6"
    >
      <Modal
        className={`flex max-h-full w-full ${widths[size]} animate-rise rounded-xl bg-raised shadow-high`}
      >
        <AriaDialog
          {...given({ role })}
          className="flex max-h-[inherit] min-w-0 flex-1 flex-col outline-none"
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4">
            <Heading slot="title" className="text-lg font-semibold text-ink">
              {title}
            </Heading>
            {!isBlocking && (
              <IconButton label="Close" icon={<X />} size="sm" onPress={onClose} isBare />
            )}
          </header>
          <div className="flex min-h-0 flex-col gap-4 overflow-auto px-5 py-4 text-base text-ink-soft">
            {children}
          </div>
          {footer !== undefined && (
            <footer className="flex items-center justify-end gap-2 rounded-b-xl border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
