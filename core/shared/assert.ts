/** Thrown when the program itself is wrong. Never shown to a person as it is. */
export class AssertionFailed extends Error {
  override readonly name = "AssertionFailed";
}

/** Throws `AssertionFailed` unless `condition` holds. For bugs, never for bad input. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionFailed(message);
}

/** The value, or `AssertionFailed` where it is null or undefined. */
export function must<T>(value: T | null | undefined, message = "expected a value"): T {
  if (value === null || value === undefined) throw new AssertionFailed(message);
  return value;
}

/** Marks a branch the types rule out; throws if it is reached all the same. */
export function unreachable(value: never): never {
  throw new AssertionFailed(`unreachable: ${JSON.stringify(value)}`);
}
