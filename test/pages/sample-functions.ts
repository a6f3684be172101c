import type {
  CostComponents,
  FunctionSummary,
  TimelineBin,
} from "../../packages/lambent/src/model/assessment.ts";
import { HOSTILE_NAME } from "./hostile.ts";
import { logNormal, memoryAround } from "./sample-distribution.ts";
import { BINS, BIN_MS, DAYS, START_MS } from "./sample-period.ts";

interface Shape {
  readonly name: string | null;
  readonly invocations: number;
  readonly errorRate: number;
  readonly coldShare: number | null;
  readonly p50Ms: number;
  readonly spread: number;
  readonly initMs: number | null;
  readonly memoryMb: number;
  readonly usedMb: number | null;
  readonly usd: number | null;
  readonly arm?: boolean;
}

const SHAPES: readonly Shape[] = [
  {
    name: "checkout-api",
    invocations: 6_412_908,
    errorRate: 0.0031,
    coldShare: 0.0042,
    p50Ms: 84,
    spread: 0.55,
    initMs: 412,
    memoryMb: 2048,
    usedMb: 212,
    usd: 31.42,
  },
  {
    name: "image-resizer",
    invocations: 184_233,
    errorRate: 0.021,
    coldShare: 0.031,
    p50Ms: 2_140,
    spread: 0.7,
    initMs: 1_840,
    memoryMb: 3008,
    usedMb: 2_870,
    usd: 24.18,
  },
  {
    name: "nightly-reconciliation",
    invocations: 2_016,
    errorRate: 0.118,
    coldShare: 0.94,
    p50Ms: 142_000,
    spread: 0.9,
    initMs: 640,
    memoryMb: 1769,
    usedMb: 1_204,
    usd: 9.06,
  },
  {
    name: "order-events-consumer",
    invocations: 3_904_112,
    errorRate: 0.0006,
    coldShare: 0.0011,
    p50Ms: 22,
    spread: 0.4,
    initMs: 288,
    memoryMb: 512,
    usedMb: 148,
    usd: 4.11,
    arm: true,
  },
  {
    name: "fraud-score",
    invocations: 611_420,
    errorRate: 0.0142,
    coldShare: 0.012,
    p50Ms: 310,
    spread: 0.8,
    initMs: 3_920,
    memoryMb: 1024,
    usedMb: 702,
    usd: 3.62,
  },
  {
    name: "search-suggest",
    invocations: 9_120_440,
    errorRate: 0,
    coldShare: 0.0004,
    p50Ms: 3.2,
    spread: 0.35,
    initMs: 142,
    memoryMb: 128,
    usedMb: 74,
    usd: 2.31,
    arm: true,
  },
  {
    name: "pdf-invoice-renderer",
    invocations: 41_870,
    errorRate: 0.044,
    coldShare: 0.22,
    p50Ms: 4_800,
    spread: 0.5,
    initMs: 5_200,
    memoryMb: 2048,
    usedMb: 1_330,
    usd: 2.02,
  },
  {
    name: "session-authorizer-with-a-rather-long-name-that-goes-on-production-eu",
    invocations: 2_204_003,
    errorRate: 0.0001,
    coldShare: 0.0031,
    p50Ms: 9.4,
    spread: 0.5,
    initMs: 190,
    memoryMb: 256,
    usedMb: 96,
    usd: 1.08,
  },
  {
    name: "Überweisung-日本語-処理",
    invocations: 88_012,
    errorRate: 0.002,
    coldShare: 0.04,
    p50Ms: 61,
    spread: 0.6,
    initMs: 330,
    memoryMb: 512,
    usedMb: 120,
    usd: 0.14,
  },
  {
    name: HOSTILE_NAME,
    invocations: 1_203,
    errorRate: 0.4,
    coldShare: 0.08,
    p50Ms: 120,
    spread: 0.7,
    initMs: 210,
    memoryMb: 256,
    usedMb: 101,
    usd: 0.0031,
  },
  {
    name: "managed-instance-batch",
    invocations: 930,
    errorRate: 0,
    coldShare: null,
    p50Ms: 740,
    spread: 0.3,
    initMs: null,
    memoryMb: 0,
    usedMb: null,
    usd: null,
  },
  {
    name: null,
    invocations: 14,
    errorRate: 0,
    coldShare: 0.5,
    p50Ms: 31,
    spread: 0.2,
    initMs: 133,
    memoryMb: 128,
    usedMb: 62,
    usd: 0.0000021,
  },
];

/** Twelve functions, most expensive first; the same at every call. */
export function sampleFunctions(): FunctionSummary[] {
  const totalUsd = sum(SHAPES.map((shape) => shape.usd ?? 0));
  return SHAPES.map((shape, index) => functionOf(shape, index, totalUsd));
}

function functionOf(shape: Shape, index: number, totalUsd: number): FunctionSummary {
  const random = randomFrom(index + 1);
  const errors = Math.round(shape.invocations * shape.errorRate);
  const timeouts = Math.round(errors * 0.3);
  const known = shape.coldShare !== null;
  const usd = shape.usd;
  const requestsUsd = Math.min((shape.invocations * 0.2) / 1e6, (usd ?? 0) * 0.7);
  const initShare = Math.min(0.3, (shape.coldShare ?? 0) * 4);
  const rest = (usd ?? 0) - requestsUsd;
  const failed = rest * Math.min(0.5, shape.errorRate * 3);
  const cost: CostComponents | null =
    usd === null
      ? null
      : {
          durationUsd: rest - failed - rest * initShare * 0.5,
          initUsd: rest * initShare * 0.5,
          failedUsd: failed,
          requestsUsd,
          totalUsd: usd,
        };
  return {
    name: shape.name,
    region: shape.name === null ? null : "eu-west-1",
    architecture: shape.name === null ? null : shape.arm === true ? "arm64" : "x86_64",
    memorySizesMb:
      shape.memoryMb === 0 ? [] : index === 0 ? [shape.memoryMb, 1024] : [shape.memoryMb],
    invocations: shape.invocations,
    errors,
    errorRate: errors / shape.invocations,
    timeouts,
    throttles: index === 0 ? 318 : 0,
    errorsByClass:
      errors === 0 ? {} : { timeout: timeouts, "unhandled-exception": errors - timeouts },
    coldStarts: Math.round(shape.invocations * (shape.coldShare ?? 0)),
    coldStartUnknown: known ? 0 : shape.invocations,
    coldStartShare: shape.coldShare,
    initTimeShare: shape.initMs === null ? null : initShare,
    retries: errors > 1_000 ? Math.round(errors * 0.2) : 0,
    durationMs: logNormal(shape.p50Ms, shape.spread, shape.invocations, random),
    initDurationMs:
      shape.initMs === null
        ? null
        : logNormal(
            shape.initMs,
            0.2,
            Math.ceil(shape.invocations * (shape.coldShare ?? 0)),
            random,
          ),
    billedDurationMs:
      usd === null ? null : logNormal(shape.p50Ms + 1, shape.spread, shape.invocations, random),
    memory:
      shape.usedMb === null
        ? null
        : {
            memorySizeMb: shape.memoryMb,
            environments: 40 + index * 7,
            usedMb: memoryAround(shape.usedMb, shape.memoryMb),
            atLimit: shape.usedMb / shape.memoryMb > 0.95 ? 412 : 0,
          },
    concurrency: known
      ? {
          max: Math.ceil(shape.invocations / 40_000) + 1,
          resolutionMs: 1,
          environments: 40 + index * 7,
        }
      : null,
    idleGapsMs: null,
    cost,
    costUnknown: usd === null ? shape.invocations : 0,
    costPerMonthUsd: usd === null ? null : (usd / DAYS) * 30,
    costShare: usd === null ? null : usd / totalUsd,
    gbSeconds: ((shape.memoryMb / 1024) * shape.p50Ms * shape.invocations) / 1_000,
    timeline: timelineOf(shape, index, random),
  };
}

function timelineOf(shape: Shape, index: number, random: () => number): TimelineBin[] {
  const weights = Array.from({ length: BINS }, (_, bin) => {
    const hour = (bin * 4) % 24;
    const nightly = shape.name === "nightly-reconciliation";
    const day = nightly
      ? hour === 0
        ? 6
        : 0
      : 0.35 + Math.max(0, Math.sin(((hour - 5) / 24) * 2 * Math.PI));
    const weekend = Math.floor((bin * 4) / 24) % 7 > 4 ? 0.55 : 1;
    const incident = index === 1 && bin > 50 && bin < 54 ? 2.6 : 1;
    return day * weekend * incident * (0.85 + random() * 0.3);
  });
  const whole = sum(weights);
  return weights.map((weight, bin) => {
    const share = weight / whole;
    const bad = bin > 50 && bin < 54 ? 4 : 1;
    return {
      startMs: START_MS + bin * BIN_MS,
      invocations: Math.round(shape.invocations * share),
      errors: Math.round(shape.invocations * shape.errorRate * share * bad),
      coldStarts: Math.round(shape.invocations * (shape.coldShare ?? 0) * share * (0.6 + random())),
      costUsd: (shape.usd ?? 0) * share,
    };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A linear congruential generator (Numerical Recipes), so that every run draws the same picture. */
function randomFrom(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
