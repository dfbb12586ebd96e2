/** The body as text, or undefined where it is longer than `most` bytes. Reads no further than that. */
export async function readText(request: Request, most: number): Promise<string | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return undefined;
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** `List-Unsubscribe=One-Click`, urlencoded or as a form part (RFC 8058 §3.2), whatever the type says it is. */
export function isOneClick(body: string): boolean {
  return (
    new URLSearchParams(body.trim()).get("List-Unsubscribe") === "One-Click" ||
    /name="?List-Unsubscribe"?[^\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\nOne-Click\s*(?:\r?\n--|$)/iu.test(
      body,
    )
  );
}
