import { expect } from "vitest";
import type { Invocation } from "../model/invocation.ts";
import { bucketOf } from "../statistics/log-bucket.ts";
import { all } from "./samples.contract.ts";
import type { RollupRow, Store } from "./store.ts";

/** What the rollups must be, from rows. Sums of floats are compared to 9 digits. */
function rollupsOf(rows: readonly Invocation[]): Map<string, number[]> {
  const sums = new Map<string, number[]>();
  for (const i of rows) {
    const bin = i.timestamp === null ? null : Math.floor(i.timestamp / 300_000) * 300_000;
    const key = JSON.stringify([i.functionName, i.region, i.memorySizeMb, bin]);
    const sum = sums.get(key) ?? [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1];
    const add = [
      1,
      Number(i.status === "error"),
      Number(i.status === "timeout"),
      Number(i.coldStart === true),
      Number(i.coldStart === null),
      i.durationMs,
      i.billedDurationMs ?? 0,
      i.initDurationMs ?? 0,
      i.costUsd ?? 0,
      Number(i.costUsd === null),
    ];
    for (const [at, value] of add.entries()) sum[at]! += value;
    sum[10] = Math.max(sum[10]!, i.durationMs);
    sum[11] = Math.max(sum[11]!, i.maxMemoryUsedMb ?? -1);
    sums.set(key, sum);
  }
  return sums;
}

function rollupMap(rows: readonly RollupRow[]): Map<string, number[]> {
  const result = new Map<string, number[]>();
  for (const r of rows) {
    const key = JSON.stringify([r.functionName, r.region, r.memorySizeMb, r.binMs]);
    expect(result.has(key), "one row for each bin").toBe(false);
    result.set(key, [
      r.invocations,
      r.errors,
      r.timeouts,
      r.coldStarts,
      r.coldStartUnknown,
      r.durationMs,
      r.billedDurationMs,
      r.initDurationMs,
      r.costUsd,
      r.costUnknown,
      r.maxDurationMs,
      r.maxMemoryUsedMb ?? -1,
    ]);
  }
  return result;
}

/** Rollups and histogram rows of a store are the sums over its rows. */
export async function expectSumsMatchRows(store: Store): Promise<void> {
  const rows = await all(store.invocations());
  const expected = rollupsOf(rows);
  const found = rollupMap(await store.rollups());
  expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
  for (const [key, sums] of expected) {
    for (const [i, value] of sums.entries()) {
      expect(Math.abs(found.get(key)![i]! - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
    }
  }
  const counts = new Map<string, number>();
  for (const i of rows) {
    const hour = i.timestamp === null ? null : Math.floor(i.timestamp / 3_600_000) * 3_600_000;
    const bucket = i.durationMs > 0 ? bucketOf(i.durationMs) : null;
    const key = JSON.stringify([i.functionName, i.region, i.memorySizeMb, hour, bucket]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const histograms = (await store.histograms()).map(
    (h) =>
      [
        JSON.stringify([h.functionName, h.region, h.memorySizeMb, h.hourMs, h.bucket]),
        h.count,
      ] as const,
  );
  // A map has no order, and a key stands in it once.
  expect(histograms).toHaveLength(counts.size);
  expect(new Map(histograms)).toEqual(new Map(counts));
}
