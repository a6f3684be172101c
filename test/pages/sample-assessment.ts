import type { Assessment, CostComponents } from "../../packages/lambent/src/model/assessment.ts";
import { HOSTILE_MESSAGE, HOSTILE_NAME } from "./hostile.ts";
import { sampleErrorGroups } from "./sample-errors.ts";
import { sampleFindings } from "./sample-findings.ts";
import { sampleFunctions } from "./sample-functions.ts";
import { BINS, BIN_MS, DAYS, START_MS } from "./sample-period.ts";

/** An invented account, some functions healthy, some not. The same at every call. */
export function sampleAssessment(): Assessment {
  const functions = sampleFunctions();
  const cost = functions.map((one) => one.cost).filter((one) => one !== null);
  const errors = sum(functions.map((one) => one.errors));
  return {
    schemaVersion: 1,
    kind: "report",
    period: { startMs: START_MS, endMs: START_MS + BINS * BIN_MS - 1_000 },
    sources: [
      {
        name: "logs/2026/export",
        format: "s3-export",
        bytes: 4_812_334_120,
        invocations: 22_480_117,
        problem: null,
      },
      {
        name: "logs/tail.txt",
        format: "aws-logs-tail",
        bytes: 812_004,
        invocations: 12_044,
        problem: null,
      },
      {
        name: "logs/broken.gz",
        format: "s3-export",
        bytes: 90_112,
        invocations: 77,
        problem: "The gzip data ends in the middle of a member.",
      },
    ],
    unread: {
      malformedReports: 12,
      examples: ["REPORT RequestId: 7f1c\tDuration: 12.", `REPORT ${HOSTILE_MESSAGE}`],
      orphanFailures: 4,
      unfinished: 31,
      billingMismatches: 3,
      droppedRecords: 250,
      duplicates: 1_208,
    },
    pricing: {
      assumedRegion: "us-east-1",
      assumedArchitecture: "x86_64",
      asOf: "2026-11-05",
      freeTier: { coversUsd: 6.87, months: 1 },
    },
    totals: {
      functions: functions.length,
      invocations: sum(functions.map((one) => one.invocations)),
      errors,
      timeouts: sum(functions.map((one) => one.timeouts)),
      throttles: 318,
      coldStarts: sum(functions.map((one) => one.coldStarts)),
      coldStartUnknown: 930,
      retries: 4_410,
      gbSeconds: sum(functions.map((one) => one.gbSeconds)),
      cost: addUp(cost),
      costPerMonthUsd: (addUp(cost).totalUsd / DAYS) * 30,
      costUnknown: 930,
    },
    functions,
    findings: sampleFindings(HOSTILE_NAME),
    errorGroups: sampleErrorGroups(),
    notes: [
      "930 invocations ran on managed instances; their lines carry no billed duration, so their cost is unknown.",
      "Memory is the maximum of each execution environment so far, not of each invocation.",
    ],
  };
}

function addUp(costs: readonly CostComponents[]): CostComponents {
  return {
    durationUsd: sum(costs.map((cost) => cost.durationUsd)),
    initUsd: sum(costs.map((cost) => cost.initUsd)),
    failedUsd: sum(costs.map((cost) => cost.failedUsd)),
    requestsUsd: sum(costs.map((cost) => cost.requestsUsd)),
    totalUsd: sum(costs.map((cost) => cost.totalUsd)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
