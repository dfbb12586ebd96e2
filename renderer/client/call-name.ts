import type { Area, Contract, Input, Output } from "#core/contract/contract-schema.ts";

/** Every procedure as "area.name". */
export type CallName = { [A in Area]: `${A}.${keyof Contract[A] & string}` }[Area];

type Split<N extends CallName> = N extends `${infer A extends Area}.${infer P}`
  ? { area: A; procedure: P }
  : never;

/** What the procedure takes, defaults left out. */
export type InputOf<N extends CallName> =
  Split<N> extends { area: infer A extends Area; procedure: infer P }
    ? P extends keyof Contract[A]
      ? Input<A, P>
      : never
    : never;

export type OutputOf<N extends CallName> =
  Split<N> extends { area: infer A extends Area; procedure: infer P }
    ? P extends keyof Contract[A]
      ? Output<A, P>
      : never
    : never;

/** The area of a procedure; also the topic whose pushes refresh it. */
export function areaOf(name: CallName): Area {
  return name.slice(0, name.indexOf(".")) as Area;
}
