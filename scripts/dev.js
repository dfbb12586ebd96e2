// `npm run dev`: the host from source, started again when a file of the core changes, and the page with hot reload.
import { spawn } from "node:child_process";
import { createServer as listen } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { withNode24 } from "./with-node-24.js";

withNode24();
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { createServer } = await import("vite");

const hostPort = await findFreePort();
const page = await createServer({
  configFile: "vite.config.ts",
  server: {
    // The host only takes its own pages: to it, the development page looks like one of them.
    proxy: {
      "/ws": {
        target: `http://127.0.0.1:${hostPort}`,
        ws: true,
        changeOrigin: true,
        rewriteWsOrigin: true,
      },
    },
  },
});
await page.listen();
const pageUrl = page.resolvedUrls?.local[0] ?? "";

const host = spawn(
  process.execPath,
  [
    "--watch",
    "--watch-preserve-output",
    "core/host/main.ts",
    "--no-open",
    "--port",
    String(hostPort),
    ...dataFlag(process.argv.slice(2)),
  ],
  { stdio: ["ignore", "pipe", "inherit"] },
);
createInterface(host.stdout).on("line", (line) => {
  const token = /#token=\S+/u.exec(line)?.[0];
  console.log(token ? `The page with hot reload is at ${pageUrl}${token}` : line);
});
host.on("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => host.kill("SIGTERM"));

/** Development has its own data, so that nothing tried out reaches a real contact. @param {string[]} args */
function dataFlag(args) {
  return args.includes("--data") ? args : ["--data", ".cache/dev-data", ...args];
}

/** @returns {Promise<number>} */
function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = listen().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === "object" ? address.port : 0));
    });
  });
}
