import type { ReactNode } from "react";
import { ErrorState } from "./error-state.tsx";
import { Skeleton } from "./skeleton.tsx";

export interface LoadedProps<T> {
  /** The result of `useCall`. */
  call: {
    readonly data: T | undefined;
    readonly error: { readonly message: string; readonly code?: string } | null;
    refetch: () => Promise<unknown>;
  };
  /** What stands there where the answer is that it does not exist; else the answer itself does. */
  gone?: ReactNode;
  /** Of the outline that stands there until the data come, in pixels. */
  height: number;
  children: (data: T) => ReactNode;
}

/** What is asked for, its outline on the way, or what went wrong: `<Loaded call={goals} height={200}>{(data) => …}</Loaded>`. */
export function Loaded<T>({ call, height, gone, children }: LoadedProps<T>) {
  if (call.data !== undefined) return children(call.data);
  if (call.error?.code === "not-found" && gone !== undefined) return gone;
  if (call.error) return <ErrorState error={call.error} onRetry={() => void call.refetch()} />;
  return <Skeleton height={height} />;
}
