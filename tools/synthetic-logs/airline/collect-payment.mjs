import { amount, booking } from "./passengers.mjs";

/** @typedef {import("../function-spec.mjs").FunctionSpec} FunctionSpec */

/**
 * Waits for a bank, quick or slow, with far more memory than it ever uses.
 * @type {FunctionSpec}
 */
export const collectPayment = {
  name: "collect-payment",
  language: "node",
  runtimeVersion: "nodejs:22.v62",
  memorySizeMb: 3008,
  timeoutMs: 30_000,
  init: { medianMs: 520, sigma: 0.1 },
  sampledShare: 1,
  retried: false,
  idleLimitMs: 55 * 60_000,
  usedMb: (random, nth) => 118 + Math.min(20, nth * 0.3) + random.between(0, 6),
  says: (random) => [
    `charging ${amount(random)} for booking ${booking(random)}`,
    ...(random.chance(0.06) ? ["WARN bank asks for 3-D Secure"] : []),
    `charge ch_${random.hex(16)} accepted`,
  ],
  phases: [
    {
      fromMs: 0,
      durations: [
        { share: 0.72, medianMs: 610, sigma: 0.22 },
        { share: 0.28, medianMs: 3_900, sigma: 0.35 },
      ],
      failures: [
        {
          kind: "exception",
          share: 0.006,
          thrown: (random) => ({
            type: "PaymentDeclined",
            message: `card was declined (request req_${random.hex(8)})`,
            stack: [
              "    at charge (file:///var/task/bank.mjs:64:11)",
              "    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)",
              "    at async Runtime.handler (file:///var/task/index.mjs:31:18)",
            ],
          }),
        },
      ],
    },
  ],
};
