/** Version of the relay's wire. */
export const RELAY_VERSION = 1;

/** Opened, clicked, probed (HEAD on a link), unsubscribed, web event. */
export type RelayEventKind = "o" | "c" | "h" | "u" | "w";

export interface RelayEvent {
  readonly seq: number;
  /** When the relay heard it, ms by the relay's clock. */
  readonly t: number;
  readonly k: RelayEventKind;
  /** The message's token. */
  readonly s: string;
  /** The link's id. */
  readonly l: string | null;
  /** The link's destination, for clicks. */
  readonly u: string | null;
  /** GET, HEAD, or how somebody unsubscribed: `oneclick` or `form`. */
  readonly m: string;
  readonly ua: string;
  /** The address, cut to its network. */
  readonly ip: string;
}

export interface RelayPage {
  readonly v: number;
  /** Changes when the relay starts from nothing. */
  readonly epoch: string;
  readonly now: number;
  readonly oldest: number;
  readonly newest: number;
  readonly events: readonly RelayEvent[];
  readonly next: number;
  readonly more: boolean;
}
