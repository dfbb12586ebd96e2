import { Temporal } from "temporal-polyfill";
import { assert } from "../shared/assert.ts";
import type { Instant } from "../shared/clock.ts";

/** Enough for every zone there is, so that made-up names from imported lists cannot grow the cache without end. */
const REMEMBERED_NAMES = 2_000;
/** Spans remembered per zone: about a century of summer times. */
const REMEMBERED_SPANS = 200;

const validByName = new Map<string, boolean>();
const spansByZone = new Map<string, OffsetSpan[]>();

/** A stretch of time in which a zone's clocks run evenly: local time = instant + `offsetMs`. */
export interface OffsetSpan {
  readonly fromAt: Instant;
  /** Exclusive; `Infinity` where the clocks are never turned again. */
  readonly toAt: Instant;
  readonly offsetMs: number;
}

/** Whether `name` is a time zone's name, such as "Europe/Berlin". Bare offsets ("+02:00") are not. */
export function isZone(name: string): boolean {
  const known = validByName.get(name);
  if (known !== undefined) return known;
  const isValid = /^[A-Za-z]/.test(name) && opensAsZone(name);
  if (validByName.size >= REMEMBERED_NAMES) validByName.clear();
  validByName.set(name, isValid);
  return isValid;
}

function opensAsZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The span of even clocks `at` lies in. `zone` must be valid (`isZone`). */
export function offsetSpanAt(zone: string, at: Instant): OffsetSpan {
  let spans = spansByZone.get(zone);
  if (!spans) {
    assert(isZone(zone), `not a time zone: ${zone}`);
    spans = [];
    spansByZone.set(zone, spans);
  }
  for (const span of spans) if (at >= span.fromAt && at < span.toAt) return span;
  const span = findSpan(zone, at);
  if (spans.length >= REMEMBERED_SPANS) spans.length = 0;
  spans.push(span);
  return span;
}

function findSpan(zone: string, at: Instant): OffsetSpan {
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const next = here.getTimeZoneTransition("next");
  return {
    // The span is only known from here on; a look before it finds its own.
    fromAt: at,
    toAt: next ? next.epochMilliseconds : Infinity,
    offsetMs: here.offsetNanoseconds / 1_000_000,
  };
}
