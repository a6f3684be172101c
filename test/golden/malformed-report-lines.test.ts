import { expect, test } from "vitest";
import { readAll } from "./read-all.ts";
import { outsideData } from "../outside-data.ts";

const path = outsideData("logs/report-lines-malformed.txt");

type Line = readonly [
  idStart: string,
  durationMs: number,
  billedDurationMs: number,
  memorySizeMb: number,
  maxMemoryUsedMb: number,
  initDurationMs: number | null,
  billingIdentity: string,
];

// Every line of the file in its order, judged by hand. What is damaged in them is the request id
// (cut or run together), the spacing ("100 msMemory Size"), tabs that were pasted as "\t", or what
// stands behind the line; the figures of all of them can be read, so all of them are readable.
const READABLE: readonly Line[] = [
  ["04e5bb42-f791", 198.79, 332, 256, 38, 132.79, "duration-plus-init"],
  ["05ddf736-39f9", 112.94, 113, 128, 128, 0.1, "duration"],
  ["215b2f4c-2539", 1.56, 2, 256, 38, null, "duration"],
  ["241921d10f-11e6", 23.53, 100, 1024, 8, null, "next-100-ms"],
  ["30acfa0a-5be4", 1218.03, 1219, 512, 512, 0.42, "duration-plus-init"],
  ["31c1842b-5948", 191.02, 192, 128, 65, null, "duration"],
  ["3fd21ffd-4a8b", 397.75, 398, 128, 65, null, "duration"],
  ["4388eeaffe-11e6", 23.13, 100, 1024, 17, null, "next-100-ms"],
  ["43a9d5b46c-11e6", 270.23, 300, 1024, 32, null, "next-100-ms"],
  ["446bedb46c-11e6", 119.04, 200, 1024, 32, null, "next-100-ms"],
  ["4479f6b46c-11e6", 40.55, 100, 1024, 32, null, "next-100-ms"],
  ["44914fb46c-11e6", 32.38, 100, 1024, 32, null, "next-100-ms"],
  ["449c72f5-b46c", 49.82, 100, 1024, 32, null, "next-100-ms"],
  ["44a8f64b-b46c", 0.56, 100, 1024, 32, null, "next-100-ms"],
  ["5c10310a-abf9", 1502.83, 1503, 128, 128, 6.68, "duration"],
  ["695a6fa8-a711e8", 55.12, 100, 1024, 42, null, "next-100-ms"],
  ["717b4978-4112", 1106.27, 1107, 512, 512, 0.03, "duration-plus-init"],
  ["7591fa55-5523", 1351.47, 1352, 128, 65, 261.91, "duration"],
  ["75a970ba-ab11e6", 3.45, 100, 1024, 15, null, "next-100-ms"],
  ["78b0785d-afd3", 3.36, 100, 1024, 15, null, "next-100-ms"],
  ["92cccff5-2663", 1155.75, 1156, 512, 512, 0.05, "duration-plus-init"],
  ["9cc33dafd3-11e6", 3.14, 100, 1024, 15, null, "next-100-ms"],
  ["a26699d3-b3ee", 0.23, 100, 1024, 15, null, "next-100-ms"],
  ["b311ef02-6f8e", 38.12, 39, 512, 85, 512.08, "duration"],
  ["bd3f036b-3bf1", 1.35, 2, 128, 37, 105.23, "duration"],
  ["c658859d-bd11e6", 436.94, 500, 1024, 29, null, "next-100-ms"],
  ["c6af9ac6-7b61", 2.16, 3, 128, 57, null, "duration"],
  ["c6af9ac6-7b61", 2.16, 3, 128, 57, null, "duration"],
  ["e2deccf2a0-11e6", 2.84, 100, 1024, 29, null, "next-100-ms"],
  ["eada06fc-c76a", 5.62, 100, 1024, 19, null, "next-100-ms"],
  ["ec2a36a6-5b5e", 651.86, 652, 128, 128, 1.38, "duration"],
  ["fc96203d-e0c0", 474.31, 475, 512, 512, 0.06, "duration-plus-init"],
];

// 1,218.03 + 0.42 and 1,218.03 both round up to 1,219: the line cannot tell whether init was billed.
const INIT_BILLED: Readonly<Record<string, boolean | null>> = {
  "04e5bb42-f791": true,
  "05ddf736-39f9": false,
  "30acfa0a-5be4": null,
  "5c10310a-abf9": false,
  "717b4978-4112": null,
  "7591fa55-5523": false,
  "92cccff5-2663": null,
  "b311ef02-6f8e": false,
  "bd3f036b-3bf1": false,
  "ec2a36a6-5b5e": false,
  "fc96203d-e0c0": null,
};

test.skipIf(path === null)("damaged and pasted REPORT lines say what they say [needs outside data]", async () => {
  const { invocations, tally } = await readAll(path);
  expect(
    invocations.map((one) => [
      one.requestId.slice(0, 13),
      one.durationMs,
      one.billedDurationMs,
      one.memorySizeMb,
      one.maxMemoryUsedMb,
      one.initDurationMs,
      one.billingIdentity,
    ]),
  ).toEqual(READABLE.map(([idStart, ...rest]) => [idStart.slice(0, 13), ...rest]));
  expect(tally).toMatchObject({ malformedReports: 0, billingMismatches: 0, orphanFailures: 0 });
  for (const one of invocations) {
    expect(one.initBilled, one.requestId).toBe(INIT_BILLED[one.requestId.slice(0, 13)] ?? null);
    expect(one.status).toBe("success");
    expect(one.coldStart).toBe(one.initDurationMs !== null);
  }
});

test("lines that cannot be read are counted, shown, and lose nothing else", async () => {
  const { invocations, tally } = await readAll(null, [
    "REPORT RequestId: 6f1d2c3b-0000-4000-8000-000000000001\tDuration: 1.00 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\tMax Memory Used: 30 MB",
    "REPORT RequestId: 6f1d2c3b-0000-4000-8000-000000000002",
    "REPORT RequestId: \tDuration: 5.00 ms",
    "REPORT RequestId: 6f1d2c3b-0000-4000-8000-000000000003\tDuration: five ms\tBilled Duration: 5 ms",
    "REPORT RequestId: 6f1d2c3b-0000-4000-8000-000000000004\tDuration: 5.00 ms\tBilled Duration: 5 ms\tMemory Size: much MB",
    "REPORT RequestId: 6f1d2c3b-0000-4000-8000-000000000005\tDuration: 2.00 s\tBilled Duration: 2000 ms",
    "the weekly REPORT RequestId: of nobody Duration: 3 ms",
    "FC Invoke End RequestID: 6f1d2c3b-0000-4000-8000-000000000006 Duration: 3.00 ms",
    "REPORT RequestId: 6f1d2c3b-0000-4000-8000-000000000007\tDuration: 2.00 ms\tBilled Duration: 7 ms\tMemory Size: 128 MB\tMax Memory Used: 30 MB",
  ].join("\n"));
  expect(invocations.map((one) => [one.requestId.slice(-1), one.billingIdentity])).toEqual([["1", "duration"], ["7", null]]);
  expect(tally.malformedReports).toBe(5);
  expect(tally.examples).toHaveLength(5);
  expect(tally.examples[2]).toContain("five ms");
  expect(tally.billingMismatches).toBe(1);
});
