import { useCallback } from "react";
import { useLocation } from "wouter";
import { useAction } from "../../client/use-action.ts";
import { showToast } from "../../ui/show-toast.ts";
import { readCampaignFile } from "./read-campaign-file.ts";

/** Lets the person choose a campaign's file, brings it in as a draft and opens it. */
export function useImportFile(): () => void {
  const [, navigate] = useLocation();
  const { mutate: bringIn } = useAction("campaigns.import", {
    isErrorShown: true,
    onDone: ({ id }, { name }) => {
      navigate(`/campaigns/${id}`);
      showToast({ text: `“${name}” is imported as a draft.` });
    },
  });

  return useCallback(() => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,application/json";
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (!file) return;
      void file.text().then((text) => {
        const read = readCampaignFile(text);
        if ("refused" in read) showToast({ text: read.refused, kind: "problem" });
        else bringIn(read.campaign, { onError: tellRefusal });
      });
    });
    input.click();
  }, [bringIn]);
}

function tellRefusal({ message }: { readonly message: string }): void {
  showToast({
    text: "This campaign’s file is damaged. Nothing was imported: export it again.",
    description: message,
    kind: "problem",
  });
}
