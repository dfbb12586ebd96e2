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

/**
 * The hash to begin with where the printed address was opened over a page: it names that page, so that one comes back
 * to it. Undefined where the new hash has no token.
 */
export function hashOverPage(hash: string, pageHash: string): string | undefined {
  const { token, rest } = splitToken(hash);
  if (token === undefined) return undefined;
  const at = rest === "#/" && pageHash.startsWith("#/") ? pageHash.slice(1) : rest.slice(1);
  return `#${new URLSearchParams({ token, at }).toString()}`;
}

/** A tab that is given the printed address while it is open only changes its hash: the page begins anew with it. */
export function heedNewTokens(): void {
  window.addEventListener("hashchange", ({ newURL, oldURL }) => {
    const hash = hashOverPage(new URL(newURL).hash, new URL(oldURL).hash);
    if (hash === undefined) return;
    history.replaceState(null, "", hash);
    location.reload();
  });
}

/** Takes the token and removes it from the address bar and from the history. */
export function takeToken(): string | undefined {
  const { token, rest } = splitToken(location.hash);
  history.replaceState(null, "", `${location.pathname}${location.search}${rest}`);
  return token;
}
