import { isIPv4, isIPv6 } from "node:net";

/** Enough of an address to tell a company's scanner, too little to tell a person: /24 or /48. Else "". */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/iu, "").replace(/%.*$/u, "");
  if (isIPv4(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0`;
  if (!isIPv6(plain)) return "";
  const [head = "", tail] = plain.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const filled =
    tail === undefined
      ? groups
      : [
          ...groups,
          ...Array<string>(Math.max(8 - groups.length - after.length, 0)).fill("0"),
          ...after,
        ];
  return `${filled
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/u, ""))
    .join(":")}::`;
}

/**
 * The network a request came from. `X-Forwarded-For` is believed only from this computer or a private
 * network, where a TLS proxy sits; its last entry is the one that proxy saw.
 */
export function clientNetwork(peer: string, forwardedFor: string | undefined): string {
  const isProxy = peer === "" || PRIVATE.test(peer.replace(/^::ffff:(?=\d+\.)/iu, ""));
  const forwarded = isProxy ? forwardedFor?.split(",").at(-1)?.trim() : undefined;
  return networkOf(forwarded ?? peer);
}

/** RFC 1918, RFC 4193, loopback and link-local. */
const PRIVATE =
  /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd][\da-f]{2}:|fe80:)/iu;
