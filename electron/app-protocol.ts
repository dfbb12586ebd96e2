import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { protocol, type Protocol } from "electron";
import { pageFile } from "#core/shared/page-file.ts";
import { pageHeaders } from "#core/shared/page-headers.ts";
import { isOwnPage, PAGE_SCHEME } from "./own-page.ts";

/** Must be called before the app is ready, and once. With a scheme of its own the page needs no file: rights. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: PAGE_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Answers the page's scheme in a session from the folder of the built page. */
export function servePage(sessionProtocol: Protocol, pageFolder: string): void {
  sessionProtocol.handle(PAGE_SCHEME, (request) => answer(request, pageFolder));
}

async function answer(request: Request, pageFolder: string): Promise<Response> {
  const headers = pageHeaders();
  if (!isOwnPage(request.url)) return new Response("Not here.", { status: 404, headers });
  if (request.method !== "GET" && request.method !== "HEAD")
    return new Response("Only GET.", { status: 405, headers });
  const file = pageFile(new URL(request.url).pathname);
  if (!file) return new Response("Not found.", { status: 404, headers });
  try {
    const body = await readFile(join(pageFolder, ...file.segments));
    return new Response(new Uint8Array(body), {
      headers: { ...headers, "content-type": file.type, "cache-control": "no-cache" },
    });
  } catch {
    return new Response("Not found.", { status: 404, headers });
  }
}
