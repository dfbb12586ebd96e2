import { useMutation, type UseMutationResult, useQueryClient } from "@tanstack/react-query";
import type { CallFailed } from "#core/contract/failure.ts";
import { areaOf, type CallName, type InputOf, type OutputOf } from "./call-name.ts";
import { callCore } from "./link.ts";
import { refreshTopics } from "./make-query-client.ts";
import { useWorld } from "./world.ts";

export interface ActionOptions<N extends CallName> {
  onDone?: (output: OutputOf<N>, input: InputOf<N>) => void;
  /** The component shows `error` by itself; otherwise a refusal appears as a toast. */
  isErrorShown?: boolean;
}

/**
 * Something that changes data: `const archive = useAction("contacts.archive", { onDone });`
 * then `archive.mutate({ ids })`, `archive.isPending`, `archive.error?.message`.
 */
export function useAction<N extends CallName>(
  name: N,
  { onDone, isErrorShown = false }: ActionOptions<N> = {},
): UseMutationResult<OutputOf<N>, CallFailed, InputOf<N>> {
  const world = useWorld();
  const queryClient = useQueryClient();
  return useMutation<OutputOf<N>, CallFailed, InputOf<N>>({
    mutationFn: (input) => callCore(world, name, input) as Promise<OutputOf<N>>,
    meta: { isErrorShown },
    onSuccess: (output, input) => {
      refreshTopics(queryClient, world, new Set([areaOf(name)]));
      onDone?.(output, input);
    },
  });
}
