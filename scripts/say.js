// What the scripts print. Colour only where a person looks; the last line of the tests is always plain.
const hasColour = process.stdout.isTTY && !process.env["NO_COLOR"];

/** @param {string} text */
export function heading(text) {
  console.log(hasColour ? `\n\u001B[1m== ${text}\u001B[0m` : `\n== ${text}`);
}

/** Prints one sentence on the error stream and ends the program with code 1. @param {string} sentence @returns {never} */
export function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}
