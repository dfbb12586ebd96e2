/** What may stand before the colon, or a merge tag in the address's place. */
const WHOLE = /^(?:[a-z][\w+.-]*:|\{\{|\{%)/iu;

/** An address as it was meant: "example.com" is https, "ana@example.com" is a mail. */
export function wholeAddress(typed: string): string {
  const address = typed.trim();
  if (address === "" || (WHOLE.test(address) && !/^[\w.-]+\.[a-z]{2,}:\d/iu.test(address)))
    return address;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/u.test(address)) return `mailto:${address}`;
  if (/^\/\/[^/\s.]+\./u.test(address)) return `https:${address}`;
  if (/^[^\s/?#.]+(?:\.[^\s/?#.]+)+(?:[/?#].*)?$/u.test(address)) return `https://${address}`;
  return address;
}
