import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const page = fileURLToPath(new URL("../lambent-report.html", import.meta.url));

test("npm start reports on the sample logs, writes the page and says where it is", () => {
  rmSync(page, { force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/start.mjs"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CI: "1" },
  });
  expect(stderr).not.toContain("Installing");
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/\$\d+\.\d\d\b/);
  expect(stdout).toContain(page);
  expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>/i);
});
