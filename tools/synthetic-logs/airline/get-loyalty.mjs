import { customer } from "./passengers.mjs";

/** @typedef {import("../function-spec.mjs").FunctionSpec} FunctionSpec */

/**
 * Asked several times at once by a page that few people open, with a heavy init: many cold starts.
 * @type {FunctionSpec}
 */
export const getLoyalty = {
  name: "get-loyalty",
  language: "python",
  runtimeVersion: "python:3.13.v71",
  memorySizeMb: 512,
  timeoutMs: 10_000,
  init: { medianMs: 2_450, sigma: 0.15 },
  sampledShare: 0.05,
  retried: false,
  idleLimitMs: 22 * 60_000,
  usedMb: (random, nth) => 231 + Math.min(25, nth * 0.6) + random.between(0, 6),
  says: (random) => {
    const who = customer(random);
    return [`loading tier of ${who}`, `${who} has ${random.whole(0, 61_000)} points`];
  },
  phases: [
    {
      fromMs: 0,
      durations: [{ share: 1, medianMs: 88, sigma: 0.5 }],
      failures: [
        {
          kind: "exception",
          share: 0.004,
          thrown: (random) => ({
            type: "KeyError",
            message: `'tier_${random.whole(2019, 2026)}'`,
            stack: [
              '  File "/var/task/app.py", line 52, in handler',
              "    points = balance[tier_key(today)]",
            ],
          }),
        },
      ],
    },
  ],
};
