import { Liquid, type LiquidOptions } from "liquidjs";
import { MERGE_FILTERS, MERGE_TAG_NAMES } from "../domain/merge-tag.ts";

/** Characters to parse; steps of time in ms; characters kept. Far above any email, far below any harm. */
const LIMITS = { parseLimit: 2_000_000, renderLimit: 500, memoryLimit: 10_000_000 };

/**
 * Liquid with only what emails need: a missing value is an error that names it, nothing is read from disk,
 * and the time of day is not to be had, because an email must come out the same whenever it is made.
 */
function createLiquid(options: Pick<LiquidOptions, "outputEscape">): Liquid {
  const liquid = new Liquid({
    ...LIMITS,
    ...options,
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    // Partials come from here alone, and there are none.
    templates: {},
    // Dates without a time are days, wherever this computer is.
    timezoneOffset: 0,
  });
  const date = liquid.filters["date"];
  for (const name of Object.keys(liquid.filters))
    if (!MERGE_FILTERS.includes(name)) delete liquid.filters[name];
  for (const name of Object.keys(liquid.tags))
    if (!MERGE_TAG_NAMES.includes(name)) delete liquid.tags[name];
  if (typeof date === "function")
    liquid.registerFilter("date", function (value: unknown, ...rest: unknown[]): unknown {
      if (value === "now" || value === "today")
        throw new Error(`the day of sending (“${value}”) cannot be written into an email`);
      return date.call(this, value, ...rest);
    });
  return liquid;
}

/** For HTML: values are escaped. */
export const htmlLiquid = createLiquid({ outputEscape: "escape" });

/** For the subject, the text part and whole addresses, where escapes would be seen. */
export const textLiquid = createLiquid({});

/** Within an address: values cannot add a path, a query or another host. */
export const urlLiquid = createLiquid({
  outputEscape: (value: unknown) =>
    encodeURIComponent(`${(value as string | null) ?? ""}`.toWellFormed()),
});
// Every value is encoded once.
urlLiquid.registerFilter("url_encode", (value: unknown) => value);
