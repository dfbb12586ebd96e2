/** A check stops here; the message is the sentence for the owner. */
export class StageFailed extends Error {}
