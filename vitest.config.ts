import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** What needs bindings runs in the Workers runtime; pure logic runs in plain Node, which starts in a fraction of the time. */
export default defineConfig({
  test: {
    // two cores are what the smallest machines have
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "logic",
          include: ["src/**/*.test.ts", "plugins/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["**/*.worker.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: { cf: false, bindings: { TEST_MIGRATIONS: await readD1Migrations("./migrations") } },
          })),
        ],
        test: {
          name: "worker",
          include: ["src/**/*.worker.test.ts", "plugins/**/*.worker.test.ts", "test/**/*.test.ts"],
          setupFiles: ["./test/setup.ts"],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
