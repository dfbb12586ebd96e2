/** How far a conversation with the server had come. */
export type Stage =
  | "connect"
  | "greeting"
  | "ehlo"
  | "tls"
  | "auth"
  | "mail"
  | "rcpt"
  | "data"
  | "body"
  | "dot";

/** Who a refusal is about; it decides who pays for it. */
export type AnswerScope =
  | "account-auth"
  | "account-quota"
  | "account-rate"
  | "connection"
  | "domain-authentication"
  | "recipient-hard"
  | "recipient-soft"
  | "content";

export type SendOutcome =
  /** The server took the mail over. */
  | { readonly kind: "accepted"; readonly reply: string }
  /** The server said no in words. */
  | {
      readonly kind: "refused";
      readonly stage: Stage;
      readonly code: number;
      readonly enhanced: string | null;
      readonly text: string;
      readonly scope: AnswerScope;
    }
  /** It certainly did not leave: trouble before the dot. */
  | {
      readonly kind: "not-sent";
      readonly stage: Stage;
      readonly problem: string;
      readonly scope: AnswerScope;
    }
  /** `beforeDot` said no; the server was left without the dot and must discard what it has. */
  | { readonly kind: "aborted" }
  /** The dot was given and no answer came. Nobody can know. */
  | { readonly kind: "uncertain"; readonly problem: string };

export interface OutgoingMail {
  readonly envelope: { readonly from: string; readonly to: string };
  readonly bytes: Uint8Array;
  /** The durable intent, asked for right before the dot. False stops the mail there. */
  readonly beforeDot: () => Promise<boolean>;
}

/** Port: the way to one mail server. Never throws for what the server or the network does. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<SendOutcome>;
  close(): Promise<void>;
}
