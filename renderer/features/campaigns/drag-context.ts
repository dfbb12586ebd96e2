import { createContext, useContext } from "react";
import type { StepId } from "#core/domain/campaign.ts";

/** A step on its way to another place. */
export interface DragState {
  readonly stepId: StepId;
  /** Why the step cannot be dropped, by place; the others can take it. */
  readonly problems: ReadonlyMap<string, string>;
  /** The places right above and below where it stands: dropping there changes nothing. */
  readonly own: ReadonlySet<string>;
}

export const DragContext = createContext<DragState | undefined>(undefined);

/** What is being dragged; undefined while nothing is. */
export function useDragState(): DragState | undefined {
  return useContext(DragContext);
}
