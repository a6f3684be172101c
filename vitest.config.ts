import { defineConfig } from "vitest/config";

/** Tests that run the built tool, as a person does. */
const ON_THE_BUILT_TOOL = ["test/e2e/**/*.test.ts", "test/golden/report.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "parts",
          include: ["packages/*/src/**/*.test.ts", "test/**/*.test.ts", "tools/**/*.test.ts"],
          exclude: ["**/node_modules/**", ...ON_THE_BUILT_TOOL],
        },
      },
      {
        extends: true,
        test: {
          name: "whole",
          include: ON_THE_BUILT_TOOL,
          globalSetup: "test/e2e/build-tool.ts",
        },
      },
    ],
  },
});
