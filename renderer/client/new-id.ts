import { makeId } from "#core/shared/id.ts";

/** An id nothing has yet, for what is made in the page: steps, lanes, blocks, links. */
export function newId(): string {
  return makeId((count) => crypto.getRandomValues(new Uint8Array(count)));
}
