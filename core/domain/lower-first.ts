/** A label in the middle of a sentence: "Wait 2 days" becomes "wait 2 days". */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
