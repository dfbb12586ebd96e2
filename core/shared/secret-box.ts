/** Keeps secrets unreadable on disk. Opened values never leave the core. */
export interface SecretBox {
  /** False where the computer offers no real key store, so that the owner can be told. */
  readonly isStrong: boolean;
  seal(plain: string): Promise<string>;
  /** Throws where `sealed` was sealed by another box. */
  open(sealed: string): Promise<string>;
}
