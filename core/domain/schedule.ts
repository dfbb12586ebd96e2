/** A stretch of a day, "HH:MM" local. `to` before `from` runs overnight and belongs to its start day. */
export interface TimeWindow {
  readonly from: string;
  readonly to: string;
}

/** When mail may leave. */
export interface Schedule {
  /** ISO weekdays, 1 Monday … 7 Sunday; never empty. */
  readonly weekdays: readonly number[];
  readonly hours:
    | { readonly kind: "any" }
    | { readonly kind: "windows"; readonly windows: readonly TimeWindow[] }
    /** At this local time, with 60 minutes' grace. */
    | { readonly kind: "at"; readonly time: string };
  /** The contact's zone, or one IANA zone for everybody. */
  readonly zone: { readonly kind: "contact" } | { readonly kind: "fixed"; readonly zone: string };
}

export const anyTime: Schedule = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  hours: { kind: "any" },
  zone: { kind: "contact" },
};
