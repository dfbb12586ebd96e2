/**
 * Names the contract's shape, so that a page from another build is told to reload. A test computes it from
 * the schemas and fails until this line is changed with them.
 */
export const contractVersion = "04f24afcb945";
