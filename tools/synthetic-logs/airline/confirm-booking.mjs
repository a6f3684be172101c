import { booking } from "./passengers.mjs";

/** @typedef {import("../function-spec.mjs").FunctionSpec} FunctionSpec */

/**
 * One quick write to a table: the fee for the request costs more than the time.
 * @type {FunctionSpec}
 */
export const confirmBooking = {
  name: "confirm-booking",
  language: "node",
  runtimeVersion: "nodejs:22.v62",
  memorySizeMb: 128,
  timeoutMs: 5_000,
  init: { medianMs: 265, sigma: 0.1 },
  sampledShare: 0.05,
  retried: false,
  idleLimitMs: 55 * 60_000,
  usedMb: (random, nth) => 82 + Math.min(6, nth * 0.1) + random.between(0, 3),
  says: (random) => [`booking ${booking(random)} confirmed`],
  phases: [
    {
      fromMs: 0,
      durations: [
        { share: 0.95, medianMs: 11, sigma: 0.35 },
        { share: 0.05, medianMs: 60, sigma: 0.3 },
      ],
      failures: [
        {
          kind: "exception",
          share: 0.001,
          thrown: () => ({
            type: "AccessDeniedException",
            message:
              "User: arn:aws:sts::123456789012:assumed-role/confirm-booking-role/confirm-booking is not authorized to perform: dynamodb:UpdateItem on resource: arn:aws:dynamodb:us-east-1:123456789012:table/bookings-archive",
            stack: [
              "    at throwDefaultError (/var/task/node_modules/@smithy/smithy-client/dist-cjs/index.js:388:20)",
              "    at async Runtime.handler (file:///var/task/index.mjs:12:3)",
            ],
          }),
        },
      ],
    },
  ],
};
