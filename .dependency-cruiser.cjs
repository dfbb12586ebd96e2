// The import fence: who may import whom. `scripts/fence.test.ts` plants a violation of every rule.
//
//   shared ◀── domain ◀── contract      storage ◀── engine, import ◀── app.ts ◀── host/, electron/core-process.ts
//   public relay: shared + tracking/token only      renderer: contract + domain ◀── client ◀─ ui ◀─ features ◀── app

const TEST = "[.]test[.]tsx?$";
const TEST_TOOLS = "^node_modules/(@types/)?(vitest|fast-check)/";
const SCHEMA = "-schema[.]ts$";
const PURE = "^core/(shared|domain|contract)/";

/** Types leave no trace in what runs: an import of types only is no import at run time. */
const VALUES = { dependencyTypesNot: ["type-only"] };

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const pure = [
  {
    name: "shared-imports-nothing",
    comment: "core/shared stands on nothing but itself.",
    severity: "error",
    from: { path: "^core/shared/", pathNot: TEST },
    to: { pathNot: "^core/shared/" },
  },
  {
    name: "domain-imports-shared",
    comment: "core/domain stands on shared, zod (in its schemas) and a Temporal polyfill.",
    severity: "error",
    from: { path: "^core/domain/", pathNot: TEST },
    to: { pathNot: "^core/(shared|domain)/|^node_modules/(zod|temporal-polyfill)/" },
  },
  {
    name: "contract-imports-domain",
    comment: "core/contract stands on domain, shared and zod.",
    severity: "error",
    from: { path: "^core/contract/", pathNot: TEST },
    to: { pathNot: `${PURE}|^node_modules/zod/` },
  },
  {
    name: "pure-tests-stay-pure",
    comment:
      "The tests of the pure folders need nothing more than the test tools, and node:crypto to hash.",
    severity: "error",
    from: { path: `${PURE}.*${TEST}` },
    to: { pathNot: `${PURE}|${TEST_TOOLS}|^node_modules/(zod|temporal-polyfill)/|^crypto$` },
  },
  {
    name: "zod-only-in-schemas",
    comment:
      "Parsing happens at the edge: zod lives in *-schema.ts, and in serve.ts, which parses.",
    severity: "error",
    from: {
      path: "^(core|electron|renderer)/",
      pathNot: `${SCHEMA}|${TEST}|^core/api/serve[.]ts$`,
    },
    to: { path: "^node_modules/zod/" },
  },
  {
    name: "schemas-stay-out-of-the-page",
    comment: "What the page bundles takes only types from a schema: zod would add 85 kB to it.",
    severity: "error",
    from: { path: `${PURE}|^renderer/`, pathNot: `${SCHEMA}|${TEST}` },
    to: { path: SCHEMA, ...VALUES },
  },
];

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const core = [
  {
    name: "core-imports-no-host",
    comment: "The core runs in any host: it never imports a shell, a page or their tests.",
    severity: "error",
    from: { path: "^core/" },
    to: { path: "^(electron|renderer|e2e|scripts)/|^node_modules/(electron|react|react-dom)/" },
  },
  {
    name: "sqlite-only-in-storage",
    comment: "Only storage speaks to better-sqlite3; the benchmarks compare with it bare.",
    severity: "error",
    from: { path: ".", pathNot: "^core/(storage|bench)/" },
    to: { path: "better-sqlite3" },
  },
  {
    name: "node-sqlite-only-in-the-relay",
    comment:
      "The relay is one file without packages, so it uses Node's own SQLite; nothing else does.",
    severity: "error",
    from: { path: ".", pathNot: "^core/relay/" },
    to: { path: "^(node:)?sqlite$" },
  },
  {
    name: "storage-imports-pure",
    comment: "Storage is functions over db; it knows the domain and nothing of who calls it.",
    severity: "error",
    from: { path: "^core/storage/", pathNot: TEST },
    to: { path: "^core/", pathNot: `^core/storage/|${PURE}` },
  },
  {
    name: "import-stands-on-storage",
    comment: "Reading lists knows storage and the domain, not the engine or the edge.",
    severity: "error",
    from: { path: "^core/import/", pathNot: TEST },
    to: { path: "^core/", pathNot: `^core/(import|storage)/|${PURE}` },
  },
  {
    name: "engine-stands-on-storage",
    comment:
      "The engine knows storage, mail, tracking and the app's half of the relay; of the edge only the type of its pushes.",
    severity: "error",
    from: { path: "^core/engine/", pathNot: TEST },
    to: {
      path: "^core/",
      pathNot: `^core/(engine|storage|mail|tracking)/|^core/relay/(pull|protocol)[.]ts$|^core/api/changes[.]ts$|${PURE}`,
    },
  },
  {
    name: "mail-stands-alone",
    comment: "Mail and tracking are told everything: they know the domain only.",
    severity: "error",
    from: { path: "^core/(mail|tracking)/", pathNot: TEST },
    to: { path: "^core/", pathNot: `^core/(mail|tracking)/|${PURE}` },
  },
  {
    name: "nothing-imports-upwards",
    comment: "app.ts knows every part; no part knows app.ts, the edge or a host (types aside).",
    severity: "error",
    from: {
      path: "^core/(engine|import|mail|practice|relay|storage|tracking)/",
      pathNot: TEST,
    },
    to: { path: "^core/(app[.]ts$|api/|host/|bench/)", ...VALUES },
  },
  {
    name: "edge-imports-no-host",
    comment: "app.ts and api/ run in any host; they know no host and no benchmark.",
    severity: "error",
    from: { path: "^core/(app[.]ts|api/)", pathNot: TEST },
    to: { path: "^core/(host|bench)/" },
  },
  {
    name: "public-relay-stands-alone",
    comment:
      "The public half of the relay is deployed by itself: shared, tokens and a few packages.",
    severity: "error",
    from: { path: "^core/relay/main[.]ts$" },
    to: {
      path: [
        "^core/(?!relay/|shared/|tracking/token[.]ts$)",
        "^core/relay/(pull|local-relay)[.]ts$",
        "^node_modules/(?!(hono|@hono/node-server|zod|@types/node)/)",
      ],
      reachable: true,
    },
  },
];

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const hosts = [
  {
    name: "electron-is-a-shell",
    comment: "The shell knows the pure folders only.",
    severity: "error",
    from: { path: "^electron/", pathNot: `^electron/core-process[.]ts$|${TEST}` },
    to: { path: "^(core|renderer|e2e)/", pathNot: PURE },
  },
  {
    name: "electron-core-process",
    comment:
      "The one door: the utility process builds the app over the same ports as the headless host, and serves it.",
    severity: "error",
    from: { path: "^electron/core-process[.]ts$" },
    to: {
      path: "^(core|renderer|e2e)/",
      pathNot: `${PURE}|^core/app[.]ts$|^core/api/serve[.]ts$|^core/host/(system-ports|pino-log|file-secret-box)[.]ts$`,
    },
  },
  {
    name: "electron-only-in-electron",
    comment: "Only the shell knows Electron: everything else runs without it.",
    severity: "error",
    from: { path: ".", pathNot: "^electron/" },
    to: { path: "^node_modules/(electron|electron-updater)/|^electron$" },
  },
  {
    name: "page-sees-pure-folders",
    comment: "The page sees the three pure folders of the core, and no Node.",
    severity: "error",
    from: { path: "^renderer/", pathNot: TEST },
    to: { path: "^(core|electron|e2e|scripts)/", pathNot: PURE },
  },
  {
    name: "page-runs-without-node",
    comment: "The page runs in any browser.",
    severity: "error",
    from: { path: "^renderer/", pathNot: TEST },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "page-takes-types-of-the-contract",
    comment:
      "Of the contract the page takes types; values only to connect (client) and to tell a refusal.",
    severity: "error",
    from: { path: "^renderer/", pathNot: `^renderer/client/|${TEST}` },
    to: { path: "^core/contract/", pathNot: "^core/contract/failure[.]ts$", ...VALUES },
  },
  {
    name: "features-keep-apart",
    comment: "A feature never imports another: what two share belongs in ui or client.",
    severity: "error",
    from: { path: "^renderer/features/([^/]+)/" },
    to: { path: "^renderer/features/", pathNot: "^renderer/features/$1/" },
  },
  {
    name: "features-know-no-app",
    comment: "The app mounts features; a feature does not know where it is mounted.",
    severity: "error",
    from: { path: "^renderer/(features|parts|ui|client)/" },
    to: { path: "^renderer/app/" },
  },
  {
    name: "ui-and-client-know-no-feature",
    comment: "ui has no product words, client has no screens.",
    severity: "error",
    from: { path: "^renderer/(ui|client)/" },
    to: { path: "^renderer/(features|parts)/" },
  },
  {
    name: "parts-know-no-feature",
    comment: "parts are what features share, in product words.",
    severity: "error",
    from: { path: "^renderer/parts/" },
    to: { path: "^renderer/features/" },
  },
  {
    name: "client-knows-no-ui",
    comment: "The client speaks to the core; it draws nothing.",
    severity: "error",
    from: { path: "^renderer/client/" },
    to: { path: "^renderer/ui/" },
  },
];

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const everywhere = [
  {
    name: "crossing-shows-in-the-import",
    comment: "Crossing a top-level folder is written #core/…, never ../../core/….",
    severity: "error",
    from: { path: "^(core|electron|renderer|e2e)/" },
    to: {
      path: "^(core|electron|renderer|e2e)/",
      pathNot: "^$1/",
      dependencyTypesNot: ["aliased-subpath-import"],
    },
  },
  {
    name: "tests-are-not-imported",
    comment: "What the product needs does not live in a test.",
    severity: "error",
    from: { path: "." },
    to: { path: TEST },
  },
  {
    name: "product-imports-no-test-tools",
    comment:
      "vitest, fast-check and Playwright stay in tests and in what stands in for Electron there.",
    severity: "error",
    from: { path: "^(core|electron|renderer)/", pathNot: `${TEST}|^core/bench/|^electron/fake-` },
    to: { path: `${TEST_TOOLS}|^node_modules/(@playwright/test|playwright|@axe-core)/` },
  },
  {
    name: "no-circles",
    comment: "Modules that need each other at run time are one module.",
    severity: "error",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "nothing-is-missing",
    comment: "Every import leads somewhere.",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [...pure, ...core, ...hosts, ...everywhere],
  options: {
    doNotFollow: { path: "^node_modules/|^assets/" },
    exclude: { path: "^dist/" },
    // The types are part of the design: an import of types is seen too, and told apart where it matters.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "core/tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["types", "import", "require", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".json"],
    },
  },
};
