import type { ReactNode } from "react";
import { Badge } from "../../ui/badge.tsx";
import { Page, type PageProps } from "../../ui/page.tsx";
import { type ImportStatus, type StateWords, stateWords } from "./import-words.ts";

export const importCrumbs = [
  { label: "Contacts", href: "/contacts" },
  { label: "Import", href: "/import" },
];

interface ImportFrameProps extends Omit<PageProps, "title" | "crumbs" | "badge"> {
  status: Pick<ImportStatus, "fileName" | "state" | "job">;
  /** Instead of the words for its state, where the page knows better. */
  words?: StateWords;
  children: ReactNode;
}

/** The head of one import's page in every state. */
export function ImportFrame({ status, words, children, ...page }: ImportFrameProps) {
  const { label, tone } = words ?? stateWords(status);
  return (
    <Page
      {...page}
      title={status.fileName}
      crumbs={importCrumbs}
      badge={
        <Badge tone={tone} hasDot>
          {label}
        </Badge>
      }
    >
      {children}
    </Page>
  );
}
