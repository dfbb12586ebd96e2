/** Why contacts were not started, each reason once with how many it holds for, the most frequent first. */
export function refusalWords(refused: readonly { readonly reason: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { reason } of refused) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${count.toLocaleString("en-GB")}: ${reason}`);
}
