import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { pageFile } from "../shared/page-file.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Answers with a file of the built page. The security headers are set by the caller, for every answer alike. */
export async function servePage(
  pageFolder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    sayPlainly(response, 405, "Only GET and HEAD are answered here.");
    return;
  }
  // Not through `new URL`, which would fold "/../" away before it can be refused.
  const pathname = (request.url ?? "").split(/[?#]/u, 1)[0] ?? "";
  const file = pageFile(pathname);
  const body = file && (await readOrNothing(join(pageFolder, ...file.segments)));
  if (!file || !body) {
    if (pathname === "/")
      sayPlainly(response, 503, 'The page is not built yet. Run "npm run build".');
    else sayPlainly(response, 404, "There is nothing at this address.");
    return;
  }
  response.writeHead(200, {
    "content-type": file.type,
    "content-length": body.length,
    "cache-control": file.isHashed ? `max-age=${YEAR_SECONDS}, immutable` : "no-store",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

export function sayPlainly(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(`${sentence}\n`);
}

async function readOrNothing(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}
