import { dailyArrivals, following, inBursts, scheduledArrivals } from "../arrivals.mjs";
import { Random } from "../random.mjs";
import { exportObjects } from "../s3-export.mjs";
import { simulate } from "../simulate.mjs";
import { FLASH_SALE, WEEK_DAYS, WEEK_START_MS } from "./calendar.mjs";
import { collectPayment } from "./collect-payment.mjs";
import { confirmBooking } from "./confirm-booking.mjs";
import { getLoyalty } from "./get-loyalty.mjs";
import { ingestLoyalty } from "./ingest-loyalty.mjs";
import { notifyBooking } from "./notify-booking.mjs";
import { reserveBooking } from "./reserve-booking.mjs";

/** @typedef {import("../function-spec.mjs").FunctionSpec} FunctionSpec */
/** @typedef {import("../s3-export.mjs").ExportObject} ExportObject */

const WEEK = { startMs: WEEK_START_MS, days: WEEK_DAYS };

/**
 * The sample logs: one week of a small airline. A booking is reserved, paid, confirmed and told to
 * the passenger, each step set off by the one before.
 * @param {string} seed
 * @returns {ExportObject[]}
 */
export function airlineWeek(seed) {
  const root = new Random(seed);
  /** @type {ExportObject[]} */
  const objects = [];
  const run = (/** @type {FunctionSpec} */ spec, /** @type {readonly number[]} */ arrivals) => {
    const random = root.fork(spec.name);
    const { streams, succeededMs } = simulate(spec, random, arrivals);
    objects.push(...exportObjects(spec.name, random.uuid(), streams));
    return succeededMs;
  };
  const steps = root.fork("arrivals");
  const reserved = run(
    reserveBooking,
    dailyArrivals(steps, { ...WEEK, perDay: 290, sales: [FLASH_SALE] }),
  );
  const paid = run(
    collectPayment,
    following(steps, reserved, { share: 0.74, leastMs: 300, mostMs: 900 }),
  );
  const confirmed = run(
    confirmBooking,
    following(steps, paid, { share: 1, leastMs: 60, mostMs: 200 }),
  );
  run(notifyBooking, following(steps, confirmed, { share: 1, leastMs: 40, mostMs: 400 }));
  run(
    getLoyalty,
    inBursts(steps, dailyArrivals(steps, { ...WEEK, perDay: 150 }), {
      least: 1,
      most: 2,
      withinMs: 400,
    }),
  );
  run(ingestLoyalty, scheduledArrivals(steps, { ...WEEK, everyMs: 15 * 60_000, lateMs: 900 }));
  return objects;
}
