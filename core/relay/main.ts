// The relay's command, `npm run relay`. Nothing is loaded before the check: an older Node lacks node:sqlite.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major > 22 || (major === 22 && minor >= 13)) {
  const { runRelay } = await import("./run-relay.ts");
  await runRelay(process.argv.slice(2));
} else {
  console.error(
    `The relay needs Node 22.13 or newer, and this is ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
  process.exitCode = 1;
}
