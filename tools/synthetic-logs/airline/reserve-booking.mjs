import { RESERVE_RELEASE_MS } from "./calendar.mjs";
import { booking, customer, flight } from "./passengers.mjs";

/** @typedef {import("../function-spec.mjs").FunctionSpec} FunctionSpec */
/** @typedef {import("../function-spec.mjs").FailureSpec} FailureSpec */

/** @type {FailureSpec} */
const seatTaken = {
  kind: "exception",
  share: 0.002,
  thrown: () => ({
    type: "ConditionalCheckFailedException",
    message: "The conditional request failed",
    stack: [
      "    at ProtocolLib.getErrorSchemaOrThrowBaseException (/var/task/node_modules/@aws-sdk/core/dist-cjs/submodules/protocols/index.js:69:67)",
      "    at async reserveSeat (file:///var/task/reserve.mjs:41:3)",
      "    at async Runtime.handler (file:///var/task/index.mjs:18:19)",
    ],
  }),
};

/** @type {FailureSpec} */
const noFare = {
  kind: "exception",
  share: 0.018,
  thrown: () => ({
    type: "TypeError",
    message: "Cannot read properties of undefined (reading 'fareClass')",
    stack: [
      "    at priceOf (file:///var/task/price.mjs:27:38)",
      "    at Runtime.handler (file:///var/task/index.mjs:22:17)",
    ],
  }),
};

/**
 * Takes most of the calls. The release of Thursday makes it slower, and it trips over bookings
 * without a fare class.
 * @type {FunctionSpec}
 */
export const reserveBooking = {
  name: "reserve-booking",
  language: "node",
  runtimeVersion: "nodejs:22.v62",
  memorySizeMb: 512,
  timeoutMs: 10_000,
  init: { medianMs: 410, sigma: 0.12 },
  sampledShare: 0.05,
  retried: false,
  idleLimitMs: 55 * 60_000,
  usedMb: (random, nth) => 98 + Math.min(14, nth * 0.2) + random.between(0, 5),
  says: (random) => [
    `reserving ${flight(random)} for ${customer(random)}`,
    `booking ${booking(random)} holds seat ${random.whole(1, 31)}${random.pick(["A", "B", "C", "D", "E", "F"])}`,
  ],
  phases: [
    { fromMs: 0, durations: [{ share: 1, medianMs: 46, sigma: 0.45 }], failures: [seatTaken] },
    {
      fromMs: RESERVE_RELEASE_MS,
      durations: [{ share: 1, medianMs: 71, sigma: 0.5 }],
      failures: [seatTaken, noFare],
    },
  ],
};
