import type { AreaHandlers } from "../../contract/contract-schema.ts";
import { listMessageRows, queueAgain, resolveAsSent } from "../../storage/messages.ts";
import type { AppParts } from "../app-parts.ts";

export function messagesHandlers(parts: AppParts): AreaHandlers<"messages"> {
  const { db, clock, engine, changes } = parts;
  return {
    list: (input) => listMessageRows(db, input),
    resolveUncertain({ ids, as }) {
      const resolved = db.transaction(() =>
        ids.reduce(
          (sum, id) =>
            sum +
            (as === "sent" ? resolveAsSent(db, id, "assumed") : queueAgain(db, id, clock.wall())),
          0,
        ),
      );
      changes.tell("messages", "settings", "reports");
      engine.kick();
      return { resolved };
    },
  };
}
