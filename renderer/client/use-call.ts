import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { Area } from "#core/contract/contract-schema.ts";
import type { World } from "#core/contract/wire.ts";
import type { CallName, InputOf, OutputOf } from "./call-name.ts";
import { callCore } from "./link.ts";
import { callKey } from "./query-key.ts";
import { useWorld } from "./world.ts";

export interface CallOptions {
  /** False waits: for an id that is not known yet. */
  isEnabled?: boolean;
  /** Shows the last answer while the one for a changed input is on the way. */
  keepsPrevious?: boolean;
  /** Other areas whose pushes refresh it, beside its own. */
  topics?: readonly Area[];
  /** Asks this world, whichever is on screen. */
  world?: World;
  /** Forgets the answer with the last component that shows it: for what an editor begins with, or what is large. */
  isForgotten?: boolean;
}

/**
 * What the core answers now, kept fresh by its pushes:
 * `const { data, error, isPending, refetch } = useCall("contacts.get", { id });`
 */
export function useCall<N extends CallName>(
  name: N,
  input: InputOf<N>,
  options: CallOptions = {},
): UseQueryResult<OutputOf<N>> {
  const { isEnabled = true, keepsPrevious = false, topics = [], isForgotten = false } = options;
  const worldOnScreen = useWorld();
  const world = options.world ?? worldOnScreen;
  return useQuery<OutputOf<N>>({
    queryKey: callKey(world, name, input),
    queryFn: () => callCore(world, name, input) as Promise<OutputOf<N>>,
    enabled: isEnabled,
    meta: { topics },
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(isForgotten ? { gcTime: 0 } : {}),
  });
}
