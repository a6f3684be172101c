import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Assessment } from "../model/assessment.ts";
import { ingest } from "./ingest.ts";
import { report } from "./report.ts";

const folder = mkdtempSync(join(tmpdir(), "lambent-insights-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COUNT = 600;
const START_MS = Date.UTC(2026, 2, 4, 12);
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const payload = (logGroup: string, messages: readonly string[]): string =>
  JSON.stringify({
    messageType: "DATA_MESSAGE",
    owner: "111122223333",
    logGroup,
    logStream: "2026/03/04/[$LATEST]0123456789abcdef0123456789abcdef",
    subscriptionFilters: ["all"],
    logEvents: messages.map((message, n) => ({
      id: String(n),
      timestamp: START_MS + n * 10_000,
      message,
    })),
  });
const numbers = Array.from({ length: COUNT }, (_, n) => n);
const events = numbers.map((n) =>
  JSON.stringify({
    cpu_total_time: 9,
    function_name: n % 6 === 0 ? "seats" : "orders",
    request_id: id(n),
    duration: 5,
    billed_duration: 5,
    total_memory: 128,
    used_memory_max: 60,
  }),
);
const reports = numbers
  .slice(0, 3)
  .map(
    (n) =>
      `REPORT RequestId: ${id(n)}\tDuration: 4.71 ms\tBilled Duration: 5 ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\t\n`,
  );
const insights = join(folder, "insights.json");
const lines = join(folder, "lines.json");
writeFileSync(insights, payload("/aws/lambda-insights", events));
writeFileSync(lines, payload("/aws/lambda/orders", reports));

const OPTIONS = {
  filter: { functionName: null, range: null },
  region: "us-east-1",
  architecture: "x86_64",
  progress: () => undefined,
} as const;
const said = ({ totals, functions, notes }: Assessment): unknown => [
  totals.invocations,
  totals.retries,
  Object.fromEntries(functions.map((one) => [one.name, one.invocations])),
  notes.filter((note) => note.includes("Insights")),
];

test("Lambda Insights and function logs together count every invocation once, in any order", async () => {
  const paths = [insights, lines];
  const seen = said(await report({ paths }, OPTIONS));
  expect(seen).toEqual([
    103,
    0,
    { orders: 3, seats: 100 },
    [
      expect.stringMatching(/^500 Lambda Insights events are left out/),
      expect.stringMatching(/^100 invocations are known from Lambda Insights events only/),
    ],
  ]);
  expect(said(await report({ paths: [lines, insights] }, OPTIONS))).toEqual(seen);
  const store = join(folder, "lambent.duckdb");
  await ingest(paths, {
    store,
    functionName: null,
    logEvents: false,
    keepMs: null,
    nowMs: START_MS,
    progress: () => undefined,
    signal: new AbortController().signal,
  });
  expect(said(await report({ paths: [], store }, OPTIONS))).toEqual(seen);
});
