import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { writeInvocations } from "./invocations.ts";

const folder = mkdtempSync(join(tmpdir(), "lambent-invocations-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a log of which a thousandth is stored, to a slow reader: memory is bounded", async () => {
  const line =
    "REPORT RequestId: 8f5a1c9e-1111-4222-8333-000000000001\tDuration: 1.00 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\tMax Memory Used: 30 MB\n";
  const lines = 300_000;
  const path = join(folder, "small.gz");
  writeFileSync(path, gzipSync(line.repeat(lines)));
  let written = 0;
  let records = 0;
  let mostHeap = 0;
  const output = new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      written += text.length;
      records += text.split("\n").length - 1;
      mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed);
      setImmediate(done);
    },
  });
  const heapBefore = process.memoryUsage().heapUsed;
  await writeInvocations([path], {
    filter: { functionName: null, range: null },
    region: "us-east-1",
    architecture: "x86_64",
    format: "jsonl",
    output,
    progress: () => undefined,
  });
  output.end();
  expect(records).toBe(lines);
  expect(written).toBeGreaterThan(120_000_000);
  expect(mostHeap - heapBefore).toBeLessThan(80_000_000);
});
