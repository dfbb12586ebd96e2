/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The part of an AbortSignal that waiting needs. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
}

/**
 * Where time comes from. `wall` is the calendar's clock and may jump either way; `mono` only grows.
 * Nothing else in the product reads the time.
 */
export interface Clock {
  wall(): Instant;
  mono(): number;
  /** Resolves after `ms`, or at once when `signal` is aborted. Only a hint: read the clock again afterwards. */
  sleep(ms: number, signal?: StopSignal): Promise<void>;
}

/** `bytes` random bytes; the only source of randomness. */
export type Random = (bytes: number) => Uint8Array;
