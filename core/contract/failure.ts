/**
 * Why a call was refused: `invalid` input, `not-found`, a `conflict` with what is there now,
 * something outside that is `unreachable`, or an `internal` bug (logged where it happened).
 */
export type FailureCode = "invalid" | "not-found" | "conflict" | "unreachable" | "internal";

export interface Failure {
  readonly code: FailureCode;
  /** A sentence fit for the screen: what is wrong and what to do. */
  readonly message: string;
}

/** A refusal a person can act on. Nothing was changed. */
export class CallFailed extends Error {
  override readonly name = "CallFailed";
  readonly code: FailureCode;

  constructor(failure: Failure) {
    super(failure.message);
    this.code = failure.code;
  }
}
