import { type RefObject, useEffect, useRef } from "react";

/** Holds what was drawn last, for a command that is made once and runs much later. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
