import type { WebEventData } from "./protocol.ts";

const NAME = /^[a-z0-9_.-]{1,64}$/u;
const LONGEST_PATH = 500;

/** `{v: visit token, e: name, p?: path, n?: number}`, or undefined for anything else. */
export function parseWebEvent(
  text: string,
): { readonly v: string; readonly d: WebEventData } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { v, e, p, n } = value as Record<string, unknown>;
  if (typeof v !== "string" || typeof e !== "string" || !NAME.test(e)) return undefined;
  if (p !== undefined && typeof p !== "string") return undefined;
  if (n !== undefined && !Number.isFinite(n)) return undefined;
  return {
    v,
    d: {
      e,
      ...(p === undefined ? {} : { p: p.replace(/[?#].*$/su, "").slice(0, LONGEST_PATH) }),
      ...(n === undefined ? {} : { n: n as number }),
    },
  };
}
