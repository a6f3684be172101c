import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Invocation } from "../../packages/lambent/src/model/invocation.ts";
import { outsideData } from "../outside-data.ts";
import { readAll } from "./read-all.ts";

const path = outsideData("logs/report-lines.json");

type Expected = readonly [
  idStart: string,
  durationMs: number,
  billedDurationMs: number,
  memorySizeMb: number,
  maxMemoryUsedMb: number,
  initDurationMs: number | null,
  status: "success" | "error" | "timeout",
  coldStart: boolean | null,
  initBilled: boolean | null,
  billingIdentity: string,
  more?: Partial<Invocation>,
];

// Read off the lines by hand, in the order of the file.
const EXPECTED: readonly Expected[] = [
  ["8d5958b5", 2.46, 417, 1024, 95, 413.61, "success", true, true, "duration-plus-init", { traceId: "1-6ac7c67a-1c0aa43118a5d54708c0da61", sampled: true }],
  ["6556e9bb", 92394.25, 92395, 1024, 539, null, "success", false, null, "duration", { traceId: "1-6ac7c67c-4fb697db28b006524e491c37", sampled: true }],
  ["5009fcc8", 2.37, 427, 1024, 95, 423.98, "success", true, true, "duration-plus-init", { traceId: "1-6ac7d554-62c6be2f6c1bd8032dac9acf", sampled: true }],
  ["3b9e07c5", 344356.22, 344756, 1024, 1024, 399.33, "error", true, true, "duration-plus-init", { errorType: "Runtime.OutOfMemory", traceId: "1-6ac7d856-23c5b0d2790c4b5677597fc1", sampled: null }],
  ["054d8776", 600000, 600000, 1024, 1024, null, "timeout", null, null, "duration", { traceId: "1-6ac7d63f-0104e99861c65c8039f183da", sampled: true }],
  ["4591e223", 3.86, 4, 1024, 532, null, "success", false, null, "duration", { traceId: "1-6ac7d63e-397ed61b1542f1a3653bcd46", sampled: true }],
  ["d10e0460", 900000, 900000, 1024, 134, null, "timeout", null, null, "duration"],
  ["069c8528", 300000, 300000, 128, 127, null, "timeout", null, null, "duration"],
  ["5b866fb1", 133.61, 214, 128, 31, 80, "error", true, true, "duration-plus-init", { errorType: "Runtime.ExitError" }],
  ["527cb862", 3016.78, 3101, 128, 31, 84, "timeout", true, true, "duration-plus-init"],
  ["c3252230", 933.59, 934, 128, 9, null, "error", null, null, "duration", { errorType: "Runtime.ExitError" }],
  ["b70435cc", 3004.92, 3117, 128, 33, 111.23, "timeout", true, true, "duration-plus-init"],
  ["b771fecc", 306.34, 610, 3009, 155, null, "success", true, null, "duration-plus-restore", { restoreDurationMs: 511.25, billedRestoreDurationMs: 303, logStream: "2023/07/05/[56]374cd7798d2a4e36a494a23d658b9741", timestamp: Date.parse("2023-07-05T10:16:34.686Z") }],
  ["8c360c87", 2338.66, 2521, 3009, 173, null, "success", true, null, "duration-plus-restore", { restoreDurationMs: 398.97, billedRestoreDurationMs: 182, logStream: "2023/06/02/[72]88ab219a63d343d294d0a9947e8ab36a", timestamp: Date.parse("2023-06-02T11:27:25.060Z") }],
  ["dde1acb5", 35.5, 36, 512, 3, null, "error", true, null, "duration"],
  ["<guid>", 45054.87, 45000, 1024, 278, null, "timeout", null, null, "timeout-cap"],
  ["514789fd", 180000, 180000, 192, 192, null, "timeout", true, null, "duration"],
  ["c09f53de", 20.65, 2678, 2560, 196, 2656.67, "success", true, true, "duration-plus-init"],
  ["c793869b", 128.83, 200, 128, 74, 166.62, "success", true, false, "next-100-ms", { traceId: "1-5d9d007f-0a8c7fd02xmpl480aed55ef0", sampled: true }],
  ["8101dee5", 8.03, 100, 1024, 75, 163.69, "success", true, false, "next-100-ms", { traceId: "1-5d834202-761ce1f66feedf41831bd276", sampled: false }],
  ["2e61afe8", 7192.17, 7200, 128, 80, 163.01, "success", true, false, "next-100-ms"],
  ["6234bffe", 46.84, 47, 192, 72, null, "success", false, null, "duration"],
  ["7848c912", 4.52, 100, 128, 22, 287.57, "success", true, false, "next-100-ms"],
  ["838e0682", 884.7, 885, 128, 128, 3124.8, "success", true, false, "duration", { timestamp: Date.parse("2024-02-21T20:57:16.839+05:30") }],
  ["12b3cae7", 976.25, 977, 128, 90, 430.47, "success", true, false, "duration"],
  ["71411120", 592.21, 593, 128, 35, null, "success", false, null, "duration"],
  ["650cc019", 90.59, 91, 256, 89, null, "success", false, null, "duration"],
  ["611d2694", 37.39, 100, 128, 12, null, "success", false, null, "next-100-ms"],
  ["b86c93c6", 122204.28, 122300, 256, 256, null, "success", false, null, "next-100-ms"],
];

test.skipIf(path === null)("every public REPORT line is read as it stands [needs outside data]", async () => {
  const { invocations, tally } = await readAll(path);
  expect(invocations.map((one) => one.requestId.slice(0, 8))).toEqual(EXPECTED.map(([id]) => id.slice(0, 8)));
  expect(tally).toMatchObject({ malformedReports: 0, billingMismatches: 0 });
  for (const [i, row] of EXPECTED.entries()) {
    const [idStart, durationMs, billedDurationMs, memorySizeMb, maxMemoryUsedMb, initDurationMs, status, coldStart, initBilled, billingIdentity, more] = row;
    expect(invocations[i], idStart).toMatchObject({
      durationMs,
      billedDurationMs,
      memorySizeMb,
      maxMemoryUsedMb,
      initDurationMs,
      status,
      coldStart,
      initBilled,
      billingIdentity,
      restoreDurationMs: null,
      billedRestoreDurationMs: null,
      traceId: null,
      sampled: null,
      architecture: null,
      functionName: null,
      ...more,
    });
    if (status === "success") expect(invocations[i]?.errorType, idStart).toBeNull();
  }
});

test.skipIf(path === null)("the file has as many REPORT lines as are expected [needs outside data]", () => {
  const { events } = JSON.parse(readFileSync(path as string, "utf8")) as { events: { message: string }[] };
  const reports = events.filter(({ message }) => /(^|[\s])REPORT RequestId: /.test(message));
  expect(reports).toHaveLength(29);
  expect(EXPECTED).toHaveLength(29);
});
