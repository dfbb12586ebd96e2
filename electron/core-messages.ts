import type { Instant } from "#core/shared/clock.ts";

// What main and the core process say to each other. Contacts, mails and reports never pass here: a window speaks to
// the core over a port of its own.

export interface CoreStatus {
  /** Null: nothing is planned. */
  readonly nextSendAt: Instant | null;
  readonly isPaused: boolean;
  /** Mails ready to leave. */
  readonly waiting: number;
}

export interface StartCore {
  readonly kind: "start";
  readonly dataFolder: string;
  readonly assetsFolder: string;
  /** Answers, but sends and hears nothing by itself. */
  readonly isSafeMode: boolean;
  /** False where the computer has no real key store: secrets are then kept under a key file. */
  readonly hasKeyStore: boolean;
}

export type ToCore =
  | StartCore
  /** Comes with one end of a message channel; the other end is a page's. */
  | { readonly kind: "page" }
  | { readonly kind: "pause"; readonly isPaused: boolean }
  | { readonly kind: "suspend" }
  | { readonly kind: "resume" }
  /** Null: the key store would not. */
  | { readonly kind: "secret"; readonly id: number; readonly text: string | null }
  | { readonly kind: "stop" };

export type SecretQuestion =
  | { readonly kind: "seal"; readonly id: number; readonly text: string }
  | { readonly kind: "open"; readonly id: number; readonly text: string };

export type FromCore =
  | { readonly kind: "ready" }
  /** The data cannot be opened, for a reason a person can mend; starting again by itself would not help. */
  | { readonly kind: "refused"; readonly message: string }
  | ({ readonly kind: "status" } & CoreStatus)
  | SecretQuestion;
