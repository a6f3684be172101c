import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const page = join(root, "lambent-report.html");
const samplePage = join(root, "lambent-report-sample.html");

function start(...args: readonly string[]): string {
  rmSync(page, { force: true });
  rmSync(samplePage, { force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/start.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CI: "1", INIT_CWD: root },
  });
  expect(stderr).not.toContain("Installing");
  expect(status, stderr).toBe(0);
  return stdout;
}

test("npm start reports on the sample logs, says that they are synthetic, and writes the page", () => {
  const said = start();
  expect(said.split("\n")[0]).toContain("synthetic");
  expect(said).toMatch(/\$\d+\.\d\d\b/);
  expect(said).toContain(page);
  expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>/i);
});

test("npm start -- PATH keeps the sample out of a person's own figures", () => {
  const folder = mkdtempSync(join(tmpdir(), "lambent-start-"));
  const log = join(folder, "own.log");
  const report =
    "REPORT RequestId: 3f0c4bd2-9a1e-4c55-8a52-6d1f0f0a7b11\tDuration: 12.50 ms\t" +
    "Billed Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 64 MB\n";
  writeFileSync(log, report);
  const said = start(log);
  rmSync(folder, { recursive: true });
  const [sample = "", own = ""] = said.split("Your own logs:");
  expect(sample).toMatch(/synthetic.*8,832 invocations, \$\d+\.\d\d/);
  expect(sample).toContain(samplePage);
  expect(own).toContain(page);
  expect(own).not.toContain("collect-payment");
  expect(own).toMatch(/1 source: .*1 invocation|own\.log: .*1 invocation/);
  expect(readFileSync(samplePage, "utf8")).toContain("collect-payment");
  expect(readFileSync(page, "utf8")).not.toContain("collect-payment");
});
