import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { IconButton } from "./icon-button.tsx";

export interface SidePanelProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  /** Width in pixels. */
  width?: number;
}

/** A panel at the right of the page that leaves the page usable. Escape inside it closes it. */
export function SidePanel({ title, onClose, children, footer, width = 400 }: SidePanelProps) {
  const titleId = useId();
  return (
    <aside
      aria-labelledby={titleId}
      className="flex h-full shrink-0 animate-slide flex-col border-l border-line bg-surface"
      style={{ width }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <header className="flex h-13 shrink-0 items-center justify-between gap-3 border-b border-line pr-3 pl-4">
        <h2 id={titleId} className="truncate text-base font-semibold text-ink">
          {title}
        </h2>
        <IconButton label="Close" icon={<X />} size="sm" onPress={onClose} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-auto p-4">{children}</div>
      {footer !== undefined && (
        <footer className="flex justify-end gap-2 border-t border-line p-3">{footer}</footer>
      )}
    </aside>
  );
}
