export interface SkeletonProps {
  /** Lines of text it stands for. */
  lines?: number;
  /** Height of one block in pixels instead of lines. */
  height?: number;
}

/** The outline of what is on the way. */
export function Skeleton({ lines = 1, height }: SkeletonProps) {
  if (height !== undefined) {
    return <div className="animate-shimmer rounded-lg bg-pressed" style={{ height }} aria-hidden />;
  }
  return (
    <div className="flex flex-col gap-2.5" aria-hidden>
      {Array.from({ length: lines }, (_, line) => (
        <div
          key={line}
          className="h-3 animate-shimmer rounded-sm bg-pressed"
          style={{ width: `${[92, 78, 85, 64][line % 4]}%` }}
        />
      ))}
    </div>
  );
}
