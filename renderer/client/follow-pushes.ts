import type { QueryClient } from "@tanstack/react-query";
import type { World } from "#core/contract/wire.ts";
import { onPush, useLink } from "./link.ts";
import { refreshTopics } from "./make-query-client.ts";

/** Pushes within this time are answered by one refresh, so an import of 100,000 rows does not flood the page. */
const GATHER_MS = 250;

/** Refreshes what a push names, and everything after a lost connection came back. Returns how to stop. */
export function followPushes(queryClient: QueryClient): () => void {
  const topicsByWorld = new Map<World, Set<string>>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush() {
    timer = undefined;
    for (const [world, topics] of topicsByWorld) refreshTopics(queryClient, world, topics);
    topicsByWorld.clear();
  }

  const stopPushes = onPush(({ world, topic }) => {
    const topics = topicsByWorld.get(world) ?? new Set();
    topicsByWorld.set(world, topics.add(topic));
    timer ??= setTimeout(flush, GATHER_MS);
  });
  const stopLink = useLink.subscribe((now, before) => {
    if (now.opened > before.opened && before.opened > 0) void queryClient.invalidateQueries();
  });
  return () => {
    stopPushes();
    stopLink();
    clearTimeout(timer);
  };
}
