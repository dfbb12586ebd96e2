import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["{core,renderer,electron,scripts}/**/*.test.ts"],
    // Processes, not threads: the tests open real databases and some end their process on purpose.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    allowOnly: false,
  },
});
