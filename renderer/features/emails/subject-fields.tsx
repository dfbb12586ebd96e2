import { useEffect, useRef } from "react";
import { useEmail, useEmailState } from "./email-context.ts";
import type { PlacedProblem } from "./place-problems.ts";
import { ProblemLine } from "./problem-line.tsx";
import { TaggedField } from "./tagged-field.tsx";

interface SubjectFieldsProps {
  problems: readonly PlacedProblem[];
  /** What a resend uses where a field is left empty. */
  original: { readonly subject: string; readonly preheader: string } | undefined;
}

/** Most phones show about so many characters. */
const SUBJECT_SHOWN = 45;
const PREHEADER_SHOWN = 90;
const MOST = 998;

/** What an inbox shows of the email before it is opened. */
export function SubjectFields({ problems, original }: SubjectFieldsProps) {
  const subject = useEmailState(({ content }) => content.subject);
  const preheader = useEmailState(({ content }) => content.preheader);
  return (
    <section aria-label="Subject and preheader" className="flex flex-col gap-4">
      <Line
        name="subject"
        label="Subject"
        value={subject}
        hint={lengthHint(subject, SUBJECT_SHOWN)}
        placeholder={original?.subject || "What the email is about, in a few words"}
        problems={problems}
      />
      <Line
        name="preheader"
        label="Preheader"
        value={preheader}
        hint={
          preheader === "" && !original
            ? "The line an inbox shows beside the subject. Left empty, the email’s first words stand there."
            : lengthHint(preheader, PREHEADER_SHOWN)
        }
        placeholder={original?.preheader || "A line that makes one want to open it"}
        problems={problems}
      />
    </section>
  );
}

interface LineProps {
  name: "subject" | "preheader";
  label: string;
  value: string;
  hint: string;
  placeholder: string;
  problems: readonly PlacedProblem[];
}

function Line({ name, label, value, hint, placeholder, problems }: LineProps) {
  const { store, enter } = useEmail();
  const box = useRef<HTMLDivElement>(null);
  const isFocused = useEmailState(({ focusPlace }) => focusPlace === name);
  useEffect(() => {
    if (!isFocused) return;
    box.current?.querySelector("input")?.focus();
    store.focus(null);
  }, [isFocused, store]);
  return (
    <div
      ref={box}
      className="flex flex-col gap-1.5"
      onFocus={() => {
        enter(name, null);
      }}
    >
      <TaggedField
        label={label}
        into={`the ${name}`}
        value={value}
        maxLength={MOST}
        description={hint}
        placeholder={placeholder}
        onChange={(next) => {
          store.edit((content) => ({ ...content, [name]: next }), name);
        }}
      />
      {problems
        .filter(({ place }) => place === name)
        .map((problem) => (
          <ProblemLine key={problem.text} problem={problem} />
        ))}
    </div>
  );
}

function lengthHint(text: string, shown: number): string {
  const length = [...text.replace(/\{\{[^}]*\}\}/gu, "……")].length;
  if (length === 0) return `Phones show about ${shown} characters.`;
  const count = `${length} ${length === 1 ? "character" : "characters"}`;
  return length > shown
    ? `${count}: phones show about the first ${shown}.`
    : `${count}; phones show about ${shown}.`;
}
