import { PenLine } from "lucide-react";
import { newId } from "../../client/new-id.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AddBlockBar } from "./add-block-bar.tsx";
import { useEmail } from "./email-context.ts";

/** The first words of most emails, with a greeting by name. */
const GREETING = '<p>Hello {{ contact.first_name | default: "there" }},</p><p></p>';

/** An email nobody has written anything into yet. */
export function NoBlocks() {
  const { store } = useEmail();
  function begin() {
    const text = { id: newId(), kind: "text" as const, html: GREETING };
    store.edit((content) => ({ ...content, blocks: [text] }));
    store.focus(text.id);
  }
  return (
    <div>
      <EmptyState
        icon={<PenLine />}
        title="Nothing written yet"
        action={
          <Button variant="primary" onPress={begin}>
            Begin with a greeting
          </Button>
        }
      >
        An email is a list of blocks: text, headings, pictures, buttons. “Hello Ana,” and three
        sentences are a good start.
      </EmptyState>
      <AddBlockBar />
    </div>
  );
}
