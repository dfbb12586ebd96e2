/** A stretch of linked text, as far as its looks stay the same. */
export interface LinkPiece {
  readonly from: number;
  readonly to: number;
  readonly linkId: string | null;
  readonly href: string;
}

/**
 * The link id each piece should have, in their order. Pieces that follow each other with one address and one
 * id are one link. A link without an id gets one, and so does a second one with the same: clicks on the two
 * are told apart.
 */
export function nameLinks(pieces: readonly LinkPiece[], makeId: () => string): string[] {
  const taken = new Set<string>();
  const ids: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const goesOn =
      before?.to === piece.from && before.href === piece.href && before.linkId === piece.linkId;
    const own = piece.linkId !== null && !taken.has(piece.linkId) ? piece.linkId : undefined;
    const id = (goesOn ? ids[index - 1] : undefined) ?? own ?? makeId();
    taken.add(id);
    ids.push(id);
  }
  return ids;
}
