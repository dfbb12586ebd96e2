import { type ReactNode, useRef, useState } from "react";

export interface SplitPaneProps {
  /** Names the divider: "Width of the list". */
  label: string;
  left: ReactNode;
  right: ReactNode;
  /** Width of the left side in pixels: at first, at least, at most. */
  initial?: number;
  min?: number;
  max?: number;
}

const STEP = 16;

/** Two sides with a divider that is dragged, or moved by the arrow keys. Fills its parent. */
export function SplitPane(props: SplitPaneProps) {
  const { label, left, right, initial = 360, min = 240, max = 720 } = props;
  const [width, setWidth] = useState(initial);
  const drag = useRef<{ x: number; width: number } | null>(null);

  function moveTo(next: number) {
    setWidth(Math.max(min, Math.min(max, next)));
  }

  return (
    <div className="flex h-full min-h-0">
      <div className="min-w-0 shrink-0 overflow-auto" style={{ width }}>
        {left}
      </div>
      <div
        role="separator"
        aria-label={label}
        aria-orientation="vertical"
        aria-valuenow={width}
        aria-valuemin={min}
        aria-valuemax={max}
        tabIndex={0}
        className="relative w-px shrink-0 cursor-col-resize touch-none bg-line before:absolute before:inset-y-0 before:-left-1 before:w-2 hover:bg-accent focus-visible:bg-accent"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, width };
        }}
        onPointerMove={(event) => {
          if (drag.current) moveTo(drag.current.width + event.clientX - drag.current.x);
        }}
        onPointerUp={() => {
          drag.current = null;
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowLeft") moveTo(width - STEP);
          else if (event.key === "ArrowRight") moveTo(width + STEP);
          else if (event.key === "Home") moveTo(min);
          else if (event.key === "End") moveTo(max);
          else return;
          event.preventDefault();
        }}
      />
      <div className="min-w-0 flex-1 overflow-auto">{right}</div>
    </div>
  );
}
