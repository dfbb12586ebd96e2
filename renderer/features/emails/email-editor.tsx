import type { Editor } from "@tiptap/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { EmailStep } from "#core/domain/campaign.ts";
import type { EmailContent } from "#core/domain/email-content.ts";
import type { OutputOf } from "../../client/call-name.ts";
import { SplitPane } from "../../ui/split-pane.tsx";
import { EmailContext, type EmailValue } from "./email-context.ts";
import { EmailHeader } from "./email-header.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { listMergeFields } from "./merge-fields.ts";
import { placeProblems } from "./place-problems.ts";
import { PreviewPane } from "./preview-pane.tsx";
import { SaveFailedBanner } from "./save-failed-banner.tsx";
import { TestDialog } from "./test-dialog.tsx";
import { useEmailCommands } from "./use-email-commands.tsx";
import { useEmailStore } from "./use-email-store.ts";
import { usePaused } from "./use-paused.ts";
import { WritePane } from "./write-pane.tsx";

interface EmailEditorProps {
  campaign: OutputOf<"campaigns.get">;
  step: EmailStep;
  content: EmailContent;
  /** What a resend sends again. */
  original: EmailContent | undefined;
  fields: OutputOf<"settings.listFields">;
}

/** Typing that pauses this long is previewed and checked. */
const PAUSE_MS = 250;

/** The left side is for writing; it takes less than half of a narrow window and never a whole wide one. */
function widthForWriting(): number {
  return Math.round(Math.max(480, Math.min(760, (window.innerWidth - 240) * 0.5)));
}

/** Writing at the left, what comes of it at the right. */
export function EmailEditor(props: EmailEditorProps) {
  const { campaign, step, original, fields: ownFields } = props;
  const store = useEmailStore({ campaignId: campaign.id, stepId: step.id }, props.content);
  const [place, setPlace] = useState<string | null>(null);
  const [textEditor, setTextEditor] = useState<Editor | null>(null);
  const [linkEditor, setLinkEditor] = useState<Editor | null>(null);
  const [contactId, setContactId] = useState<string | null>(null);
  const [width] = useState(widthForWriting);
  const [isTesting, setTesting] = useState(false);
  const fields = useMemo(() => listMergeFields(ownFields), [ownFields]);
  const value = useMemo<EmailValue>(
    () => ({
      store,
      fields,
      enter: (next, editor) => {
        setPlace(next);
        setTextEditor(editor);
      },
      leave: (editor) => {
        setTextEditor((now) => (now === editor ? null : now));
      },
      editLink: setLinkEditor,
    }),
    [store, fields],
  );
  const test = useCallback(() => {
    setTesting(true);
  }, []);
  useEmailCommands(store, campaign.id, test, original !== undefined);

  const written = useStore(store, (state) => state.content);
  const paused = usePaused(written, PAUSE_MS);
  const sent = useMemo(() => (original ? resent(original, paused) : paused), [original, paused]);
  const facts = useMemo(
    () => ({ fieldKeys: new Set(ownFields.map(({ key }) => key)) }),
    [ownFields],
  );
  const problems = useMemo(() => {
    const all = placeProblems(sent, facts);
    // What is wrong with the words of the original is mended there.
    return original
      ? all.filter((problem) => problem.place === "subject" || problem.place === "preheader")
      : all;
  }, [sent, facts, original]);

  // A new page begins at its first field.
  const isEmpty = useRef(props.content.subject === "" && original === undefined);
  useEffect(() => {
    if (isEmpty.current) store.focus("subject");
  }, [store]);

  return (
    <EmailContext value={value}>
      <div
        role="group"
        aria-label="Email editor"
        className="flex h-full min-h-0 flex-col"
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "y") return;
          event.preventDefault();
          store.redo();
        }}
      >
        <EmailHeader campaign={campaign} step={step} problems={problems} onTest={test} />
        <SaveFailedBanner />
        <div className="min-h-0 flex-1 border-t border-line">
          <SplitPane
            label="Width of the writing side"
            initial={width}
            min={420}
            max={980}
            left={
              <WritePane
                campaignId={campaign.id}
                step={step}
                plan={campaign.plan}
                original={original}
                problems={problems}
                textEditor={textEditor}
                textPlace={textEditor === null ? "" : (place ?? "")}
              />
            }
            right={
              <PreviewPane
                content={sent}
                place={place}
                contactId={contactId}
                onContact={setContactId}
              />
            }
          />
        </div>
      </div>
      {linkEditor && (
        <LinkDialog
          editor={linkEditor}
          onClose={() => {
            setLinkEditor(null);
          }}
        />
      )}
      {isTesting && (
        <TestDialog
          campaignId={campaign.id}
          stepId={step.id}
          contactId={contactId}
          onClose={() => {
            setTesting(false);
          }}
        />
      )}
    </EmailContext>
  );
}

/** What a resend step sends: the original's words under its own subject, where it has one. */
function resent(original: EmailContent, own: EmailContent): EmailContent {
  return {
    ...original,
    subject: own.subject || original.subject,
    preheader: own.preheader || original.preheader,
  };
}
