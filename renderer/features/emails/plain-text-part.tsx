import { useEffect, useRef } from "react";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { useEmail, useEmailState } from "./email-context.ts";
import type { PlacedProblem } from "./place-problems.ts";
import { ProblemLine } from "./problem-line.tsx";
import { textFromBlocks } from "./text-from-blocks.ts";

/** The text part: made from the blocks by itself, or written by hand. */
export function PlainTextPart({ problems }: { problems: readonly PlacedProblem[] }) {
  const { store, enter } = useEmail();
  const text = useEmailState(({ content }) => content.text);
  const hasBlocks = useEmailState(({ content }) => content.blocks.length > 0);
  const isAsked = useEmailState(({ focusPlace }) => focusPlace === "text");
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    box.current?.querySelector("textarea")?.focus();
    store.focus(null);
  }, [isAsked, store]);
  if (text === null && !hasBlocks) return null;
  const own = problems.filter(({ place }) => place === "text");

  function change(next: string | null, mergeKey?: string) {
    store.edit((content) => ({ ...content, text: next }), mergeKey);
  }

  return (
    <section
      ref={box}
      aria-label="Plain text"
      className="mt-6 flex flex-col gap-2 border-t border-line pt-4"
      onFocus={() => {
        enter("text", null);
      }}
    >
      <div className="flex items-start justify-between gap-4">
        <div className="flex flex-col gap-0.5">
          <h2 className="text-base font-medium text-ink">Plain text</h2>
          <p className="text-sm text-ink-soft">
            {text === null
              ? "For mail programs that show no HTML. Made from the blocks by itself."
              : "Written by hand: what you change in the blocks does not change it."}
          </p>
        </div>
        {text === null ? (
          <Button
            size="sm"
            onPress={() => {
              change(textFromBlocks(store.getState().content));
              store.focus("text");
            }}
          >
            Write it by hand
          </Button>
        ) : (
          <Button
            size="sm"
            onPress={() => {
              change(null);
            }}
          >
            Make it from the blocks
          </Button>
        )}
      </div>
      {text !== null && (
        <TextArea
          label="Plain text"
          isLabelHidden
          rows={8}
          isMono
          value={text}
          maxLength={500_000}
          onChange={(next) => {
            change(next, "text");
          }}
        />
      )}
      {own.map((problem) => (
        <ProblemLine key={problem.text} problem={problem} />
      ))}
    </section>
  );
}
