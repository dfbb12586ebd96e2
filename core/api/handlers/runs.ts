import type { AreaHandlers } from "../../contract/contract-schema.ts";
import { CallFailed } from "../../contract/failure.ts";
import type { Step } from "../../domain/campaign.ts";
import { stepMention } from "../../domain/step-mention.ts";
import { leaveRun, livePlanOf, moveRun, skipWait } from "../../engine/steer.ts";
import { getEnrollmentByUid, type EnrollmentRow } from "../../storage/enrollments.ts";
import { listSentOfRun } from "../../storage/messages.ts";
import type { AppParts } from "../app-parts.ts";
import { done } from "../done.ts";

export function runsHandlers(parts: AppParts): AreaHandlers<"runs"> {
  const { db, clock, changes, engine } = parts;

  /** What the owner did shows everywhere, and goes on at once. */
  function steered(): typeof done {
    changes.tell("contacts", "campaigns", "reports", "messages");
    engine.kick();
    return done;
  }

  return {
    places({ id }) {
      const run = getEnrollmentByUid(db, id);
      if (!run) throw new CallFailed({ code: "not-found", message: "This person left." });
      const sent = new Set(listSentOfRun(db, run.id).map(({ stepId }) => stepId));
      return placesOf(livePlanOf(db, run).plan.steps, run, sent, 0);
    },
    skipWait({ id }) {
      skipWait(db, id, clock.wall());
      return steered();
    },
    moveTo({ id, stepId }) {
      moveRun(db, id, stepId, clock.wall());
      return steered();
    },
    leave({ id }) {
      leaveRun(db, id, clock.wall());
      return steered();
    },
  };
}

function placesOf(
  steps: readonly Step[],
  run: EnrollmentRow,
  sent: ReadonlySet<string | null>,
  depth: number,
): Awaited<ReturnType<AreaHandlers<"runs">["places"]>> {
  return steps.flatMap((step) => [
    {
      stepId: step.id,
      depth,
      label: stepMention(step),
      isHere: step.id === run.stepId,
      wasSent: sent.has(step.id),
    },
    ...(step.kind === "split"
      ? step.lanes.flatMap((lane) => placesOf(lane.steps, run, sent, depth + 1))
      : []),
  ]);
}
