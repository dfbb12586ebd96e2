import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";
import { afterOverlay } from "./after-overlay.ts";
import { useEmail } from "./email-context.ts";
import { countProblems, type PlacedProblem } from "./place-problems.ts";
import { ProblemLine } from "./problem-line.tsx";

/** How many things are wrong or worth knowing; opens their list, whose sentences lead to their place. */
export function ProblemsButton({ problems }: { problems: readonly PlacedProblem[] }) {
  const { store } = useEmail();
  const words = countProblems(problems);
  const icon = problems.some(({ severity }) => severity === "error") ? (
    <CircleAlert aria-hidden className="text-bad-text" />
  ) : words === undefined ? (
    <CircleCheck aria-hidden className="text-good-text" />
  ) : (
    <Info aria-hidden className="text-warn-text" />
  );
  return (
    <Popover
      label="Check"
      placement="bottom end"
      width={420}
      trigger={<Button icon={icon}>Check: {words ?? "all good"}</Button>}
    >
      {(close) =>
        words === undefined ? (
          <p className="text-base text-ink-soft">
            Every link, picture and merge tag is in order, as far as Dripline can tell.
          </p>
        ) : (
          <ul className="-m-2 flex flex-col gap-0.5">
            {problems.map((problem) => (
              <li key={`${problem.place} ${problem.text}`}>
                <ProblemLine
                  problem={problem}
                  onPress={() => {
                    close();
                    afterOverlay(() => {
                      store.focus(problem.place ?? "blocks");
                    });
                  }}
                />
              </li>
            ))}
          </ul>
        )
      }
    </Popover>
  );
}
