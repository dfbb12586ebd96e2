import { createContext, useContext, useMemo } from "react";
import { useStore } from "zustand";
import type { StepId } from "#core/domain/campaign.ts";
import { must } from "#core/shared/assert.ts";
import { ruleNames, type RuleChoices } from "../../parts/rule-editor/rule-choices.ts";
import type { OutputOf } from "../../client/call-name.ts";
import type { Client } from "../../client/client.ts";
import type { EditorState, EditorStore } from "./editor-store.ts";
import type { StepWords } from "./step-words.ts";

export type Campaign = OutputOf<"campaigns.get">;

export interface EditorValue {
  readonly store: EditorStore;
  readonly campaign: Campaign;
  readonly choices: RuleChoices;
  /** The world this campaign lives in, also while another is put on screen. */
  readonly api: Client;
  /** What became of each email, by step; empty before anybody was sent one. */
  readonly numbers: ReadonlyMap<StepId, StepNumbers>;
}

export interface StepNumbers {
  readonly sent: number;
  readonly opened: number;
  readonly clicked: number;
}

export const EditorContext = createContext<EditorValue | undefined>(undefined);

/** The campaign being edited, for everything inside its editor. */
export function useEditor(): EditorValue {
  return must(useContext(EditorContext), "outside of a campaign's editor");
}

export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useEditor().store, select);
}

/** What steps, links and everything a rule names are called now. */
export function useStepWords(): StepWords {
  const { campaign, choices } = useEditor();
  const plan = useEditorState((state) => state.plan);
  return useMemo(() => {
    const links = new Map(
      Object.entries(campaign.emails).map(([stepId, email]) => [
        stepId,
        new Map(email.links.map((link) => [link.linkId, link.label])),
      ]),
    );
    return { plan, links, names: ruleNames(choices) };
  }, [plan, campaign.emails, choices]);
}
