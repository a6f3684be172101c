/** @typedef {import("../function-spec.mjs").FunctionSpec} FunctionSpec */

/**
 * Reads a file of flown miles every quarter of an hour. Some files are too large: it runs out of
 * memory, or into its timeout, and Lambda tries each of them twice more.
 * @type {FunctionSpec}
 */
export const ingestLoyalty = {
  name: "ingest-loyalty",
  language: "node",
  runtimeVersion: "nodejs:22.v62",
  memorySizeMb: 2048,
  timeoutMs: 300_000,
  init: { medianMs: 880, sigma: 0.1 },
  sampledShare: 1,
  retried: true,
  idleLimitMs: 55 * 60_000,
  usedMb: (random, nth) => 1_490 + Math.min(420, nth * 25) + random.between(0, 130),
  says: (random) => {
    const batch = random.hex(8);
    const lines = random.whole(40, 910) * 1_000;
    return [
      `batch ${batch}: ${lines} lines`,
      ...Array.from({ length: 4 }, (_, i) => `batch ${batch}: ${(i + 1) * 25} % written`),
      ...(random.chance(0.2) ? [`WARN batch ${batch}: ${random.whole(1, 90)} lines skipped`] : []),
      `batch ${batch}: done`,
    ];
  },
  phases: [
    {
      fromMs: 0,
      durations: [
        { share: 0.8, medianMs: 52_000, sigma: 0.35 },
        { share: 0.2, medianMs: 150_000, sigma: 0.25 },
      ],
      failures: [
        { kind: "timeout", share: 0.055 },
        { kind: "out-of-memory", share: 0.015 },
        { kind: "killed-old-style", share: 0.005 },
      ],
    },
  ],
};
