type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The props that have a value; a prop set to undefined is not the same as one left out. */
export function given<T extends object>(props: T): Given<T> {
  return Object.fromEntries(
    Object.entries(props).filter(([, value]) => value !== undefined),
  ) as Given<T>;
}
