import { expect, test } from "vitest";
import { sampleInvocation } from "../../../../test/sample-invocation.ts";
import { pricesFor } from "../pricing/price-book.ts";
import { LogMetrics } from "./log-metrics.ts";
import { summarise } from "./summarise.ts";
import { hashText } from "./text-hash.ts";

/** A sample of 250 and more is within a quarter in all but one of 10,000 cases; hashes are fixed. */
function expectNear(value: number | undefined, truth: number): void {
  expect(value).toBeGreaterThan(0.75 * truth);
  expect(value).toBeLessThan(1.25 * truth);
}

test("beyond the caps the figures are estimates near the truth, and the notes say so", () => {
  const log = new LogMetrics({ requestIds: 4_000, spans: 4_000, environments: 500 });
  // 4,000 environments, all busy at once; each fifth event comes twice.
  for (let i = 0; i < 20_000; i++) {
    const event = i % 5 === 4 ? i - 1 : i;
    log.add(
      sampleInvocation({
        requestId: `00000000-0000-4000-8000-${event}`,
        logStream: `stream ${i % 4_000}`,
        timestamp: Math.floor(i / 4_000) * 1_000_000,
        maxMemoryUsedMb: 50 + (i % 40),
      }),
    );
  }
  const { functions, totals, notes } = summarise(log, {
    assumedRegion: "us-east-1",
    assumedArchitecture: "x86_64",
    prices: pricesFor,
  });
  expect(totals.invocations).toBe(20_000);
  expectNear(totals.retries, 4_000);
  const { concurrency, memory } = functions[0]?.summary ?? {};
  expectNear(concurrency?.max, 4_000);
  expectNear(memory?.environments ?? 0, 4_000);
  expect(memory?.usedMb.p50).toBeCloseTo(70, -1);
  expect(notes.filter((note) => note.includes("one in"))).toHaveLength(3);
});

test("hashes of like texts are spread over all bits", () => {
  const hashes = new Set<number>();
  let zeroBits = 0;
  for (let i = 0; i < 100_000; i++) {
    const hash = hashText(`2026/01/01/[$LATEST]${i}`);
    hashes.add(hash);
    if ((hash & 1_023) === 0) zeroBits++;
  }
  expect(hashes.size).toBe(100_000);
  expect(zeroBits).toBeGreaterThan(60);
  expect(zeroBits).toBeLessThan(140);
});
