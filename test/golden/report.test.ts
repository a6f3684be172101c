import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Assessment } from "../../packages/lambent/src/model/assessment.ts";
import { filesBelow } from "../../tools/house/modules.mjs";
import { lambent } from "../e2e/run-tool.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const LOGS = "examples/airline/logs";

async function report(): Promise<string> {
  const { code, stdout, stderr } = await lambent(["report", LOGS, "--format", "json"], {
    cwd: root,
  });
  expect([code, stderr]).toEqual([0, ""]);
  return stdout;
}

test("the report on the sample logs is the golden one (npx vitest run test/golden -u renews it)", async () => {
  const text = await report();
  expect(await report()).toBe(text);
  await expect(text).toMatchFileSnapshot("airline-report.json");
});

// A golden file says only that nothing changed; this says that it was right.
test("its sums follow from the lines by plain counting", async () => {
  const lines = filesBelow(join(root, LOGS))
    .filter((path) => path.endsWith(".gz"))
    .flatMap((path) => gunzipSync(readFileSync(join(root, LOGS, path))).toString("utf8").split("\n"))
    .filter((line) => / REPORT RequestId: /.test(line));
  const sum = (value: (line: string) => number): number =>
    lines.reduce((total, line) => total + value(line), 0);
  const field = (line: string, name: string): number =>
    Number(new RegExp(`\\t${name}: ([\\d.]+) `).exec(line)?.[1] ?? Number.NaN);
  const gbSeconds = sum(
    (line) => (field(line, "Memory Size") / 1_024) * (field(line, "Billed Duration") / 1_000),
  );
  const repeated = lines.length - new Set(lines.map((line) => line.split("\t")[0]?.slice(25))).size;

  const { totals, functions } = JSON.parse(await report()) as Assessment;
  expect(lines.length).toBeGreaterThan(1_000);
  expect(totals.invocations).toBe(lines.length);
  expect(totals.retries).toBe(repeated);
  expect(totals.coldStarts).toBeGreaterThanOrEqual(
    sum((line) => (line.includes("\tInit Duration: ") ? 1 : 0)),
  );
  expect(totals.gbSeconds).toBeCloseTo(gbSeconds, 6);
  // AWS Lambda pricing page, us-east-1, x86_64.
  expect(totals.cost?.totalUsd).toBeCloseTo(gbSeconds * 0.0000166667 + lines.length * 2e-7, 9);
  const wholes = functions.map((one) => one.invocations).reduce((a, b) => a + b, 0);
  expect(wholes).toBe(lines.length);
});
