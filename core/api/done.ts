/** What procedures answer that have nothing to say but that it is done. */
export const done = { ok: true } as const;
