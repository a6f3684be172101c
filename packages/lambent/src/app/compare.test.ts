import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Comparison } from "../model/comparison.ts";
import type { Invocation } from "../model/invocation.ts";
import { sfc32 } from "../statistics/seeded-random.ts";
import { openEmbeddedStore } from "../store/embedded/open.ts";
import { invocationBlock } from "../store/invocation-block.ts";
import { compare, type CompareSide } from "./compare.ts";

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 0, 1);
const OPTIONS = { only: null, functionName: null, region: "us-east-1", progress: () => undefined };

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lambent-compare-"));
  const random = sfc32(1);
  await logs("before/aws/lambda/orders", 0, 41, 100, random);
  await logs("after/aws/lambda/orders", 1, 42, 60, random);
  await mkdir(join(folder, "empty"));
  await writeFile(join(folder, "empty/notes.txt"), "nothing happened\n");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** 200 invocations of one day, as `aws logs tail` prints them. */
async function logs(
  path: string,
  day: number,
  version: number,
  aboutMs: number,
  random: () => number,
): Promise<void> {
  const lines = Array.from({ length: 200 }, (_, i) => {
    const time = new Date(START_MS + day * DAY_MS + i * 400_000).toISOString();
    const stream = `2026/01/01/[${version}]${String(i % 12).padStart(32, "0")}`;
    const durationMs = aboutMs * (0.8 + 0.4 * random());
    const id = `${String(version).padStart(8, "0")}-0000-4000-8000-${String(i).padStart(12, "0")}`;
    return `${time} ${stream} REPORT RequestId: ${id}\tDuration: ${durationMs.toFixed(2)} ms\tBilled Duration: ${Math.ceil(durationMs)} ms\tMemory Size: 512 MB\tMax Memory Used: 90 MB\t`;
  });
  await mkdir(join(folder, path), { recursive: true });
  await writeFile(join(folder, path, "log.txt"), `${lines.join("\n")}\n`);
}

const side = (path: string, fields: Partial<CompareSide> = {}): CompareSide => ({
  name: path,
  paths: [join(folder, path)],
  period: null,
  version: null,
  architecture: "x86_64",
  ...fields,
});

const p50 = ({ functions }: Comparison): unknown => {
  expect(functions.map(({ name }) => name)).toEqual(["orders"]);
  return functions[0]?.changes.find((change) => change.measure === "durationP50");
};

const faster = {
  verdict: "better",
  before: expect.closeTo(100, -1),
  after: expect.closeTo(60, -1),
};

test("two folders", async () => {
  const comparison = await compare(side("before"), side("after"), OPTIONS);
  expect(comparison.before).toMatchObject({ functions: 1, invocations: 200 });
  expect(p50(comparison)).toMatchObject(faster);
  expect(comparison.notes).toContain("Prices of us-east-1 are used where the logs name no region.");
});

test("two periods of the same logs, read once", async () => {
  const comparison = await compare(
    side(".", { period: "2026-01-01" }),
    side(".", { period: "2026-01-02.." }),
    OPTIONS,
  );
  expect(comparison.after.invocations).toBe(200);
  expect(p50(comparison)).toMatchObject(faster);
});

test("two versions of the same logs", async () => {
  const comparison = await compare(side(".", { version: "41" }), side(".", { version: "42" }), {
    ...OPTIONS,
    only: "orders",
  });
  expect(p50(comparison)).toMatchObject(faster);
});

test("arm64 on one side is priced as such", async () => {
  const comparison = await compare(
    side("before"),
    side("before", { architecture: "arm64" }),
    OPTIONS,
  );
  const cost = comparison.functions[0]?.changes.find((one) => one.measure === "usdPerMillion");
  // Compute is 20 % cheaper, the request fee of $0.20 per million is the same.
  expect(((cost?.after ?? 0) - 0.2) / ((cost?.before ?? 0) - 0.2)).toBeCloseTo(0.8, 3);
  expect(comparison.notes).toContain(
    "Prices of arm64 are used where the logs name no architecture.",
  );
});

test("a store gives what the logs give", async () => {
  const path = join(folder, "lambent.duckdb");
  const store = await openEmbeddedStore(path, "create");
  const session = await store.ingest();
  const invocations: Invocation[] = [];
  const { readObjectInvocations } = await import("./read-object-invocations.ts");
  const { findObjects } = await import("../sources/files/find-objects.ts");
  const { SeenRecords } = await import("../invocations/seen-records.ts");
  const { objects } = await findObjects([join(folder, "before"), join(folder, "after")]);
  for (const object of objects) {
    await readObjectInvocations(
      object,
      { functionName: null, range: null },
      SeenRecords.for(1_000),
      (one) => invocations.push(one),
    );
  }
  await session.begin({ name: "all", etag: "1", parser: "1", logEvents: false });
  await session.write({ number: 0, invocations: invocationBlock(invocations), logEvents: null });
  await session.finish({
    format: "aws-logs-tail",
    bytes: 1,
    problem: null,
    unread: {
      malformedReports: 0,
      examples: [],
      orphanFailures: 0,
      unfinished: 0,
      billingMismatches: 0,
      droppedRecords: 0,
      duplicates: 0,
    },
  });
  await session.close();
  await store.close();
  const periods = [{ period: "2026-01-01" }, { period: "2026-01-02" }] as const;
  const fromStore = await compare(
    side("lambent.duckdb", periods[0]),
    side("lambent.duckdb", periods[1]),
    OPTIONS,
  );
  const fromLogs = await compare(side("before"), side("after"), OPTIONS);
  expect(fromStore.functions).toEqual(fromLogs.functions);
});

test("a side without invocations, a wrong period and a wrong path are told", async () => {
  await expect(compare(side("before"), side("empty"), OPTIONS)).rejects.toMatchObject({
    code: "LAMBENT_NOTHING_TO_COMPARE",
  });
  await expect(
    compare(side("before", { period: "soon" }), side("after"), OPTIONS),
  ).rejects.toMatchObject({ code: "LAMBENT_PERIOD" });
  await expect(compare(side("before"), side("nowhere"), OPTIONS)).rejects.toMatchObject({
    code: "LAMBENT_PATH_NOT_FOUND",
  });
});
