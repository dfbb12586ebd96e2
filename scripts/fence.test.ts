import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LEAST_MODULES } from "./checks.js";
import { toolPath } from "./run-tool.js";

/** What the fence is made of, copied beside the planted files. */
const FENCE_FILES = [
  ".dependency-cruiser.cjs",
  ".oxlintrc.json",
  "package.json",
  "tsconfig.json",
  "core/tsconfig.json",
  "core/tsconfig.pure.json",
  "renderer/tsconfig.json",
  "scripts/lint-plugin.js",
];

/** What planted files import. None of them breaks a rule. */
const GOOD_FILES: Readonly<Record<string, string>> = {
  "core/shared/good.ts": "export interface Good { readonly a: 1 }\nexport const good = 1;\n",
  "core/domain/good.ts":
    'import { Temporal } from "temporal-polyfill";\nimport { good } from "../shared/good.ts";\nexport const better = Temporal.Duration.from({ days: good });\n',
  "core/domain/good-schema.ts":
    'import { z } from "zod";\nexport type Parsed = string;\nexport const parsed = z.string();\n',
  "core/contract/wire.ts": "export type World = 1;\nexport const connect = 1;\n",
  "core/contract/failure.ts": "export class CallFailed extends Error {}\n",
  "core/storage/db.ts": 'import Database from "better-sqlite3";\nexport const db = Database;\n',
  "core/engine/engine.ts": 'import { db } from "../storage/db.ts";\nexport const engine = db;\n',
  "core/mail/mailer.ts": "export const mailer = 1;\n",
  "core/tracking/token.ts": "export const token = 1;\n",
  "core/relay/pull.ts": "export const pull = 1;\n",
  "core/api/changes.ts": "export type Changes = 1;\nexport const changes = 1;\n",
  "core/api/serve.ts": "export const serve = 1;\n",
  "core/app.ts": 'import { engine } from "./engine/engine.ts";\nexport const createApp = engine;\n',
  "core/host/run-host.ts": "export const runHost = 1;\n",
  "electron/core-process.ts":
    'import { createApp } from "#core/app.ts";\nimport { serve } from "#core/api/serve.ts";\nexport const all = [createApp, serve];\n',
  "renderer/client/client.ts":
    'import { connect } from "#core/contract/wire.ts";\nexport const client = connect;\n',
  "renderer/ui/button.ts":
    'import { client } from "../client/client.ts";\nexport const button = client;\n',
  "renderer/features/letters/page.ts":
    'import { CallFailed } from "#core/contract/failure.ts";\nimport type { World } from "#core/contract/wire.ts";\nimport { better } from "#core/domain/good.ts";\nimport { button } from "../../ui/button.ts";\nexport const page = [CallFailed, better, button, {} as World];\n',
  "renderer/app/main.ts":
    'import { page } from "../features/letters/page.ts";\nexport const main = page;\n',
  "e2e/good.ts": "export const fixture = 1;\n",
};

/** Each breaks one rule of the import fence: the rule, the file, what it says. */
const BAD_IMPORTS: readonly (readonly [rule: string, path: string, code: string])[] = [
  ["shared-imports-nothing", "core/shared/bad.ts", 'import "../domain/good.ts";'],
  ["shared-imports-nothing", "core/shared/bad-node.ts", 'import "node:fs";'],
  ["shared-imports-nothing", "core/shared/bad-package.ts", 'import "temporal-polyfill";'],
  ["domain-imports-shared", "core/domain/bad.ts", 'import "../contract/wire.ts";'],
  ["domain-imports-shared", "core/domain/bad-node.ts", 'import "node:crypto";'],
  ["domain-imports-shared", "core/domain/bad-up.ts", 'import "../storage/db.ts";'],
  ["contract-imports-domain", "core/contract/bad.ts", 'import "../engine/engine.ts";'],
  ["contract-imports-domain", "core/contract/bad-package.ts", 'import "hono";'],
  ["pure-tests-stay-pure", "core/domain/bad.test.ts", 'import "../storage/db.ts";'],
  ["zod-only-in-schemas", "core/domain/bad-zod.ts", 'import "zod";'],
  [
    "zod-only-in-schemas",
    "core/engine/bad-zod.ts",
    'import type { ZodType } from "zod";\nexport type A = ZodType;',
  ],
  [
    "schemas-stay-out-of-the-page",
    "core/domain/bad-parse.ts",
    'import { parsed } from "./good-schema.ts";\nexport const a = parsed;',
  ],
  [
    "schemas-stay-out-of-the-page",
    "renderer/client/bad-parse.ts",
    'import { parsed, type Parsed } from "#core/domain/good-schema.ts";\nexport const a: Parsed = String(parsed);',
  ],
  ["core-imports-no-host", "core/engine/bad-shell.ts", 'import "#electron/core-process.ts";'],
  ["core-imports-no-host", "core/engine/bad-page.ts", 'import "#renderer/ui/button.ts";'],
  ["core-imports-no-host", "core/engine/bad-e2e.ts", 'import "#e2e/good.ts";'],
  ["sqlite-only-in-storage", "core/engine/bad-sqlite.ts", 'import "better-sqlite3";'],
  ["sqlite-only-in-storage", "e2e/bad-sqlite.ts", 'import "better-sqlite3";'],
  ["node-sqlite-only-in-the-relay", "core/storage/bad-sqlite.ts", 'import "node:sqlite";'],
  ["storage-imports-pure", "core/storage/bad.ts", 'import "../engine/engine.ts";'],
  ["import-stands-on-storage", "core/import/bad.ts", 'import "../engine/engine.ts";'],
  [
    "engine-stands-on-storage",
    "core/engine/bad-host.ts",
    'import type { runHost } from "../host/run-host.ts";\nexport type A = typeof runHost;',
  ],
  ["mail-stands-alone", "core/mail/bad.ts", 'import "../storage/db.ts";'],
  ["mail-stands-alone", "core/tracking/bad.ts", 'import "../engine/engine.ts";'],
  ["nothing-imports-upwards", "core/engine/bad-up.ts", 'import "../api/changes.ts";'],
  ["nothing-imports-upwards", "core/practice/bad-up.ts", 'import "../app.ts";'],
  ["edge-imports-no-host", "core/api/bad.ts", 'import "../host/run-host.ts";'],
  ["public-relay-stands-alone", "core/relay/main.ts", 'import("./bad-server.ts");'],
  ["electron-is-a-shell", "electron/bad.ts", 'import "#core/app.ts";'],
  ["electron-is-a-shell", "electron/bad-page.ts", 'import "#renderer/ui/button.ts";'],
  ["electron-core-process", "electron/core-process.ts", 'import "#core/engine/engine.ts";'],
  ["electron-only-in-electron", "core/host/bad.ts", 'import "electron";'],
  ["page-sees-pure-folders", "renderer/client/bad.ts", 'import "#core/engine/engine.ts";'],
  ["page-runs-without-node", "renderer/ui/bad-node.ts", 'import "node:path";'],
  [
    "page-takes-types-of-the-contract",
    "renderer/features/letters/bad.ts",
    'import { connect, type World } from "#core/contract/wire.ts";\nexport const a: World = connect;',
  ],
  ["features-keep-apart", "renderer/features/people/bad.ts", 'import "../letters/page.ts";'],
  ["features-know-no-app", "renderer/features/people/bad-app.ts", 'import "../../app/main.ts";'],
  ["ui-and-client-know-no-feature", "renderer/ui/bad.ts", 'import "../features/letters/page.ts";'],
  [
    "parts-know-no-feature",
    "renderer/parts/rules/bad.ts",
    'import "../../features/letters/page.ts";',
  ],
  ["client-knows-no-ui", "renderer/client/bad-ui.ts", 'import "../ui/button.ts";'],
  [
    "crossing-shows-in-the-import",
    "renderer/features/people/bad-path.ts",
    'import "../../../core/domain/good.ts";',
  ],
  ["tests-are-not-imported", "core/engine/bad-test.ts", 'import "./fine.test.ts";'],
  ["product-imports-no-test-tools", "core/storage/bad-tool.ts", 'import "vitest";'],
  [
    "no-circles",
    "core/mail/bad-circle.ts",
    'import { b } from "./other-circle.ts";\nexport const a = (): unknown => b;',
  ],
  ["nothing-is-missing", "core/mail/bad-missing.ts", 'import "./nowhere.ts";'],
];

const HELPING_FILES: Readonly<Record<string, string>> = {
  "core/relay/bad-server.ts": 'import "../storage/db.ts";\n',
  "core/engine/fine.test.ts": "export const a = 1;\n",
  "core/mail/other-circle.ts":
    'import { a } from "./bad-circle.ts";\nexport const b = (): unknown => a;\n',
};

/** Each breaks one rule of the linter. */
const BAD_CODE: readonly (readonly [rule: string, path: string, code: string])[] = [
  ["dripline(no-ambient-time)", "core/engine/now.ts", "export const a = () => Date.now();"],
  ["dripline(no-ambient-time)", "core/domain/new-date.ts", "export const a = () => new Date();"],
  ["dripline(no-ambient-time)", "core/domain/date-call.ts", "export const a = () => Date();"],
  [
    "dripline(no-ambient-time)",
    "core/domain/temporal.ts",
    'import { Temporal } from "temporal-polyfill";\nexport const a = () => Temporal.Now.instant();',
  ],
  ["dripline(no-ambient-time)", "renderer/ui/now.ts", "export const a = () => Date.now();"],
  [
    "dripline(no-ambient-randomness)",
    "core/engine/chance.ts",
    "export const a = () => Math.random();",
  ],
  [
    "eslint(no-restricted-globals)",
    "core/engine/timer.ts",
    "export const a = () => setTimeout(() => undefined, 1);",
  ],
  [
    "eslint(no-restricted-globals)",
    "core/engine/interval.ts",
    "export const a = () => setInterval(() => undefined, 1);",
  ],
  [
    "eslint(no-restricted-globals)",
    "core/engine/measure.ts",
    "export const a = () => performance.now();",
  ],
  [
    "typescript(no-floating-promises)",
    "core/engine/floating.ts",
    "export function a(p: Promise<void>) {\n  p;\n}",
  ],
  [
    "typescript(no-misused-promises)",
    "core/engine/misused.ts",
    "export function a(p: Promise<boolean>) {\n  return p ? 1 : 2;\n}",
  ],
  [
    "typescript(switch-exhaustiveness-check)",
    "core/engine/switch.ts",
    'export function a(b: "x" | "y"): void {\n  switch (b) {\n    case "x":\n      break;\n  }\n}',
  ],
  [
    "typescript(no-explicit-any)",
    "core/engine/any.ts",
    "export const a = (b: any): number => b as number;",
  ],
  [
    "typescript(no-non-null-assertion)",
    "core/engine/bang.ts",
    "export const a = (b: string | undefined): string => b!;",
  ],
  [
    "typescript(consistent-type-imports)",
    "core/engine/type-import.ts",
    'import { Good } from "../shared/good.ts";\nexport type A = Good;',
  ],
  ["import(no-default-export)", "core/engine/default.ts", "export default 1;"],
  ["unicorn(filename-case)", "core/engine/BadName.ts", "export const a = 1;"],
];

/** Each uses what a pure folder does not have. */
const IMPURE_CODE: readonly (readonly [what: string, path: string, code: string])[] = [
  ["Node's process", "core/shared/use-process.ts", "export const a = process.pid;"],
  ["Node's Buffer", "core/domain/use-buffer.ts", 'export const a = Buffer.from("a");'],
  [
    "a Node module",
    "core/contract/use-module.ts",
    'import { join } from "node:path";\nexport const a = join("a");',
  ],
  ["a timer", "core/domain/use-timer.ts", "setTimeout(() => undefined, 1);\nexport {};"],
  ["the console", "core/shared/use-console.ts", 'console.log("a");\nexport {};'],
  ["the document", "core/domain/use-document.ts", "export const a = document.title;"],
  ["fetch", "core/contract/use-fetch.ts", 'export const a = fetch("a");'],
];

type Files = readonly (readonly [label: string, path: string, code: string])[];

const trees: string[] = [];
afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

/** A small project behind the same fence, with the good files. */
function plantTree(): string {
  const tree = mkdtempSync(join(tmpdir(), "dripline-fence-"));
  trees.push(tree);
  for (const path of FENCE_FILES) {
    mkdirSync(join(tree, dirname(path)), { recursive: true });
    cpSync(path, join(tree, path));
  }
  symlinkSync(resolve("node_modules"), join(tree, "node_modules"), "junction");
  for (const [path, code] of Object.entries(GOOD_FILES)) plant(tree, path, code);
  return tree;
}

function plantAll(tree: string, files: Files): void {
  for (const [, path, code] of files) plant(tree, path, code);
}

function plant(tree: string, path: string, code: string): void {
  mkdirSync(join(tree, dirname(path)), { recursive: true });
  writeFileSync(join(tree, path), `${code.trimEnd()}\n`);
}

/** What a tool prints when it runs in a folder. */
function run(cwd: string, tool: string, args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [resolve(tool), ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stderr.trim() !== "") throw new Error(stderr);
  return stdout;
}

interface Cruise {
  readonly totalCruised: number;
  readonly violations: readonly {
    readonly from: string;
    readonly rule: { readonly name: string };
  }[];
}

function cruise(cwd: string): Cruise {
  // The planted tree borrows node_modules by a link; it is to look like its own.
  const args = [
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "json",
    "--preserve-symlinks",
  ];
  const roots = ["core", "electron", "renderer", "e2e"];
  const tool = toolPath("dependency-cruiser", "depcruise");
  return (JSON.parse(run(cwd, tool, [...args, ...roots])) as { summary: Cruise }).summary;
}

describe("the import fence", () => {
  let good: Cruise;
  let planted: Cruise;
  beforeAll(() => {
    const tree = plantTree();
    good = cruise(tree);
    for (const [path, code] of Object.entries(HELPING_FILES)) plant(tree, path, code);
    plantAll(tree, BAD_IMPORTS);
    planted = cruise(tree);
  });

  test("lets the good files pass", () => {
    expect(good.violations).toEqual([]);
  });

  test.each(BAD_IMPORTS)("%s refuses %s", (rule, path) => {
    const names = planted.violations
      .filter(({ from }) => from === path)
      .map((each) => each.rule.name);
    expect(names).toContain(rule);
  });

  test("has a planted violation for every rule", () => {
    const { forbidden } = createRequire(import.meta.url)("../.dependency-cruiser.cjs") as {
      forbidden: readonly { readonly name: string }[];
    };
    expect(new Set(BAD_IMPORTS.map(([rule]) => rule))).toEqual(
      new Set(forbidden.map(({ name }) => name)),
    );
  });

  test("holds in the project itself, which it sees whole", () => {
    const { totalCruised, violations } = cruise(".");
    expect(violations.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(LEAST_MODULES);
  });
});

describe("the linter", () => {
  let found: readonly { readonly code: string; readonly filename: string }[];
  beforeAll(() => {
    const tree = plantTree();
    plantAll(tree, BAD_CODE);
    const report = run(tree, toolPath("oxlint"), [
      "--type-aware",
      "--format",
      "json",
      "core",
      "renderer",
    ]);
    found = (JSON.parse(report) as { diagnostics: typeof found }).diagnostics;
  });

  test.each(BAD_CODE)("%s refuses %s", (rule, path) => {
    const codes = found.filter(({ filename }) => filename === path).map(({ code }) => code);
    expect(codes).toContain(rule);
  });
});

describe("the types of the pure folders", () => {
  let goodReport: string;
  let report: string;
  beforeAll(() => {
    const tree = plantTree();
    const tsc = toolPath("@typescript/native", "tsc");
    goodReport = run(tree, tsc, ["-p", "core/tsconfig.pure.json"]);
    plantAll(tree, IMPURE_CODE);
    report = run(tree, tsc, ["-p", "core/tsconfig.pure.json"]);
  });

  test("let the good files pass", () => {
    expect(goodReport).toBe("");
  });

  test.each(IMPURE_CODE)("know nothing of %s (%s)", (_what, path) => {
    expect(report).toContain(`${path}(`);
  });
});
