/** Version of the relay's wire. */
export const RELAY_VERSION = 1;

/** The most events a page may hold. */
export const MOST_PER_PAGE = 1000;

/** Opened, clicked, probed (HEAD on a link), unsubscribed, web event. */
export type RelayEventKind = "o" | "c" | "h" | "u" | "w";

/** What a page the reader came to by a link said about him: seen, played, or a name of the owner's own. */
export interface WebEventData {
  /** `page_view`, `video_25`, … */
  readonly e: string;
  /** The page's path. */
  readonly p?: string;
  readonly n?: number;
}

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
  /** GET, HEAD, POST, or how somebody unsubscribed: `oneclick` or `form`. */
  readonly m: string;
  /** At most 200 characters. */
  readonly ua: string;
  /** The address, cut to its network. */
  readonly ip: string;
  readonly d: WebEventData | null;
}

/** `GET /v1/events?after=SEQ&limit=N&kind=u` */
export interface RelayPage {
  readonly v: number;
  /** Changes when the relay starts from nothing. */
  readonly epoch: string;
  /** The relay's clock. Everything heard before it is in this page or in one before. */
  readonly now: number;
  /** From this one on nothing has been forgotten yet. */
  readonly oldest: number;
  readonly newest: number;
  readonly events: readonly RelayEvent[];
  /** Where the next page begins. */
  readonly next: number;
  readonly more: boolean;
}

/** `GET /v1/health`; the numbers only for the owner. */
export interface RelayHealth {
  readonly relay: "dripline";
  readonly v: number;
  readonly now: number;
  readonly epoch?: string;
  readonly stored?: number;
  /** Stored since the app last said what it has. */
  readonly waiting?: number;
  /** Hits of today over a ceiling: counted, not stored. */
  readonly overCeiling?: number;
}
