import { MutationCache, QueryClient } from "@tanstack/react-query";
import type { CallFailed } from "#core/contract/failure.ts";
import type { World } from "#core/contract/wire.ts";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: CallFailed;
    queryMeta: { topics?: readonly string[] };
    mutationMeta: { isErrorShown?: boolean };
  }
}

/**
 * Server data of the whole page. The core is on this computer, so nothing waits for the internet.
 * `onRefused` is told of every action that failed and that no component shows by itself.
 */
export function makeQueryClient(onRefused: (message: string) => void): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _input, _result, mutation) => {
        if (mutation.meta?.isErrorShown !== true) onRefused(error.message);
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: "always",
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: "always" },
    },
  });
}

/** Marks what is known of these topics in a world as old; what is on screen is fetched again. */
export function refreshTopics(
  queryClient: QueryClient,
  world: World,
  topics: ReadonlySet<string>,
): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey, meta }) =>
      queryKey[0] === world &&
      (topics.has(String(queryKey[1])) || (meta?.topics ?? []).some((topic) => topics.has(topic))),
  });
}
