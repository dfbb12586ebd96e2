import type { SegmentRule } from "./segment.ts";

/** The segments a rule stands on, each once, in the order it names them. */
export function segmentsUsed(rule: SegmentRule): string[] {
  const used = new Set<string>();
  collect(rule, used);
  return [...used];
}

function collect(rule: SegmentRule, used: Set<string>): void {
  if ("rules" in rule) for (const each of rule.rules) collect(each, used);
  else if (rule.kind === "in-segment") used.add(rule.segmentId);
}

/**
 * A circle of segments that stand on each other, as ids in order (the last stands on the first);
 * undefined when there is none. Segments that are not in `rules` stand on nothing.
 */
export function segmentCycle(rules: ReadonlyMap<string, SegmentRule>): string[] | undefined {
  const cleared = new Set<string>();

  function visit(id: string, path: readonly string[]): string[] | undefined {
    const start = path.indexOf(id);
    if (start >= 0) return path.slice(start);
    const rule = rules.get(id);
    if (!rule || cleared.has(id)) return undefined;
    for (const used of segmentsUsed(rule)) {
      const cycle = visit(used, [...path, id]);
      if (cycle) return cycle;
    }
    cleared.add(id);
    return undefined;
  }

  for (const id of rules.keys()) {
    const cycle = visit(id, []);
    if (cycle) return cycle;
  }
  return undefined;
}
