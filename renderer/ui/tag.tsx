import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";

export interface TagProps {
  children: string;
  icon?: ReactNode;
  onRemove?: () => void;
}

/** A short label on something, with a cross where it may be taken off: `<Tag onRemove={…}>hot</Tag>`. */
export function Tag({ children, icon, onRemove }: TagProps) {
  return (
    <span className="inline-flex h-5 max-w-48 items-center gap-1 rounded-sm bg-pressed px-1.5 text-xs font-medium text-ink-soft [&_svg]:size-3">
      {icon}
      <span className="truncate">{children}</span>
      {onRemove !== undefined && (
        <Button
          aria-label={`Remove ${children}`}
          onPress={onRemove}
          className="-mr-0.5 grid size-4 place-items-center rounded-sm data-hovered:bg-line-strong data-hovered:text-ink"
        >
          <X aria-hidden />
        </Button>
      )}
    </span>
  );
}
