import type { InputOf } from "../../client/call-name.ts";

type Portable = InputOf<"campaigns.import">;

/** Tells a campaign's file from any other; the core looks at everything in it. */
export function readCampaignFile(
  text: string,
): { readonly campaign: Portable } | { readonly refused: string } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return {
      refused: "This file is not a campaign: choose one that was exported from Dripline.",
    };
  }
  const format: unknown =
    typeof content === "object" && content !== null && "format" in content ? content.format : null;
  if (format === "dripline-campaign-1") return { campaign: content as Portable };
  return {
    refused:
      typeof format === "string" && format.startsWith("dripline-campaign-")
        ? "This campaign is from a newer Dripline: update this one to import it."
        : "This file is not a campaign: choose one that was exported from Dripline.",
  };
}
