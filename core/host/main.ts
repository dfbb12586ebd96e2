// The headless host: the same Dripline without Electron, in a browser on this computer.
// Nothing is imported before Node's version is known: better-sqlite3 dies without a word on an old one.
const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 24) {
  console.error(
    `Dripline needs Node 24 or newer to run; this is Node ${process.versions.node}. Start it with “npm start”, which brings its own.`,
  );
  process.exit(1);
}
const { runHost } = await import("./run-host.ts");
process.exitCode = await runHost(process.argv.slice(2));
