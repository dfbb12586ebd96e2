import { useEffect, useState } from "react";

/** The value as it was when it last stood still for `ms`, so that what follows it does not hurry after each key. */
export function usePaused<T>(value: T, ms: number): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setPaused(value);
    }, ms);
    return () => {
      clearTimeout(timer);
    };
  }, [value, ms]);
  return paused;
}
