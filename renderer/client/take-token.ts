export interface HashParts {
  readonly token: string | undefined;
  /** The hash to leave in the address bar. */
  readonly rest: string;
}

/**
 * Reads the token out of the hash of the printed address: "#token=abc" or "#token=abc&at=/contacts".
 * The page keeps it in memory alone, so it is gone after a reload.
 */
export function splitToken(hash: string): HashParts {
  const body = hash.replace(/^#\/?/u, "");
  if (!body.startsWith("token=")) return { token: undefined, rest: hash === "" ? "#/" : hash };
  const parameters = new URLSearchParams(body);
  const at = parameters.get("at") ?? "/";
  return { token: parameters.get("token") || undefined, rest: `#${at.startsWith("/") ? at : "/"}` };
}

/** Takes the token and removes it from the address bar and from the history. */
export function takeToken(): string | undefined {
  const { token, rest } = splitToken(location.hash);
  history.replaceState(null, "", `${location.pathname}${location.search}${rest}`);
  return token;
}
