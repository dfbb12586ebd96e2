import type { Editor } from "@tiptap/react";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { must } from "#core/shared/assert.ts";
import type { EmailState, EmailStore } from "./email-store.ts";
import type { MergeField } from "./merge-fields.ts";

export interface EmailValue {
  readonly store: EmailStore;
  readonly fields: readonly MergeField[];
  /** The place a person is at: what is typed there is what the preview shows, and a text's tools work on it. */
  readonly enter: (place: string, editor: Editor | null) => void;
  /** Takes a text's editor out of use when it is gone. */
  readonly leave: (editor: Editor) => void;
  /** Asks for the address of the link at the text's caret. */
  readonly editLink: (editor: Editor) => void;
}

export const EmailContext = createContext<EmailValue | undefined>(undefined);

/** The email being edited, for everything inside its editor. */
export function useEmail(): EmailValue {
  return must(useContext(EmailContext), "outside of an email's editor");
}

export function useEmailState<T>(select: (state: EmailState) => T): T {
  return useStore(useEmail().store, select);
}
