import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import * as lambent from "../packages/lambent/src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "lambent-api-"));
const logs = join(folder, "own.log");
const lines = Array.from(
  { length: 20 },
  (_, i) =>
    `REPORT RequestId: 3f0c4bd2-9a1e-4c55-8a52-6d1f0f0a7b${10 + i}\tDuration: ${10 + i}.50 ms\t` +
    `Billed Duration: ${11 + i} ms\tMemory Size: 128 MB\tMax Memory Used: 64 MB\n`,
);
writeFileSync(logs, lines.join(""));
afterAll(() => rmSync(folder, { recursive: true }));

const progress = (): void => {};

test("a program compares two sides and prints the answer", async () => {
  const side = {
    name: "own",
    paths: [logs],
    period: null,
    version: null,
    architecture: "x86_64",
  } satisfies lambent.CompareSide;
  const comparison: lambent.Comparison = await lambent.compare(side, side, {
    only: null,
    functionName: "orders",
    region: "eu-west-1",
    progress,
  });
  expect(comparison.schemaVersion).toBe(lambent.COMPARISON_VERSION);
  const style = { columns: 100, colour: false, unicode: true };
  expect(await lambent.renderComparison(comparison, "markdown", style)).toContain("orders");
});

test("a program lists prices", () => {
  const { prices, schemaVersion } = lambent.priceListing("eu-west-1", "arm64");
  expect(schemaVersion).toBe(lambent.PRICE_LISTING_VERSION);
  expect(prices.map(({ region }) => region)).toEqual(["eu-west-1"]);
});

test("a program writes records of invocations", async () => {
  const output = new PassThrough();
  const written = text(output);
  const options = {
    filter: { functionName: null, range: null },
    region: "eu-west-1",
    architecture: "x86_64",
    format: "jsonl",
    output,
    progress,
  } satisfies lambent.WriteInvocationsOptions;
  expect((await lambent.writeInvocations([logs], options)).invocations).toBe(20);
  output.end();
  expect((await written).trim().split("\n")).toHaveLength(20);
});

test("a program ingests logs", async () => {
  const result = await lambent.ingest([logs], {
    store: join(folder, "own.duckdb"),
    functionName: null,
    logEvents: false,
    keepMs: null,
    nowMs: 0,
    threads: 1,
    progress,
    signal: new AbortController().signal,
  });
  expect(result.problems).toEqual([]);
  expect(result.interrupted).toBe(false);
});
