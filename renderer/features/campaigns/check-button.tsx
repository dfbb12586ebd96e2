import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { hasErrors } from "#core/domain/campaign-problems.ts";
import { Button } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";
import { CheckList } from "./check-list.tsx";
import { checkWords } from "./check-words.ts";
import { useEditorState } from "./editor-context.ts";

/** How many things are wrong or worth knowing; opens their list. */
export function CheckButton() {
  const problems = useEditorState((state) => state.problems);
  const icon = hasErrors(problems) ? (
    <CircleAlert aria-hidden className="text-bad-text" />
  ) : problems.length > 0 ? (
    <Info aria-hidden className="text-warn-text" />
  ) : (
    <CircleCheck aria-hidden className="text-good-text" />
  );
  return (
    <Popover
      label="Check"
      placement="bottom end"
      width={440}
      trigger={<Button icon={icon}>Check: {checkWords(problems)}</Button>}
    >
      {(close) => <CheckList onChosen={close} />}
    </Popover>
  );
}
