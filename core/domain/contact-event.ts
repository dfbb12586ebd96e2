import { foldCase, readNumberText } from "./field-test.ts";
import type { FieldValue } from "./field-value.ts";
import { isTyped } from "./is-typed.ts";

/** Something that happened to a contact: told by a page of the owner's website, or written down by the owner. */
export interface ContactEvent {
  /** `page_view`, `video_50`, or a name of the owner's own. */
  readonly name: string;
  /** `page` and `number` of what a website told; of the owner's own, any. */
  readonly properties: Readonly<Record<string, FieldValue>>;
}

/** What one property of an event must be, as a person types it. */
export interface PropertyTest {
  readonly property: string;
  readonly test: "is" | "contains" | "at-least";
  readonly value: string;
}

/** Whether the event is one by that name whose property passes the test. Capital letters make no difference. */
export function isEvent(
  wanted: { readonly name: string; readonly filter: PropertyTest | null },
  event: ContactEvent,
): boolean {
  if (foldCase(wanted.name.trim()) !== foldCase(event.name)) return false;
  if (wanted.filter === null) return true;
  const { property, test, value } = wanted.filter;
  const key = Object.keys(event.properties).find(
    (each) => foldCase(each) === foldCase(property.trim()),
  );
  const found = key === undefined ? undefined : event.properties[key];
  if (found === undefined) return false;
  switch (test) {
    case "is":
      return isTyped(found, value);
    case "contains":
      return foldCase(String(found)).includes(foldCase(value.trim()));
    case "at-least": {
      const least = readNumberText(value);
      const number = typeof found === "number" ? found : readNumberText(String(found));
      return least !== undefined && number !== undefined && number >= least;
    }
  }
}

/** What happened, for a person's story: "Saw the page /thanks", "“booked” (amount 30)". */
export function contactEventWords({ name, properties }: ContactEvent): string {
  const { page, number, ...own } = properties;
  const seen = /^video_(\d{1,3})$/u.exec(name);
  if (name === "page_view" && page !== undefined) return `Saw the page ${String(page)}`;
  if (seen)
    return `Watched ${seen[1] ?? ""} % of a video${page === undefined ? "" : ` on ${String(page)}`}`;
  const details = Object.entries({
    ...(page === undefined ? {} : { page }),
    ...(number === undefined ? {} : { number }),
    ...own,
  }).map(([property, value]) => `${property} ${String(value)}`);
  return `“${name}”${details.length === 0 ? "" : ` (${details.join(", ")})`}`;
}
