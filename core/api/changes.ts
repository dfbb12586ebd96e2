/** Tells listeners that something about a topic changed. A topic is an area of the contract. */
export interface Changes {
  /** Told after the current work is done, each topic once. */
  tell(...topics: string[]): void;
  listen(listener: (topic: string) => void): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<(topic: string) => void>();
  const pending = new Set<string>();

  function flush(): void {
    const topics = [...pending];
    pending.clear();
    for (const topic of topics) for (const listener of listeners) listener(topic);
  }

  return {
    tell(...topics) {
      if (pending.size === 0) queueMicrotask(flush);
      for (const topic of topics) pending.add(topic);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
