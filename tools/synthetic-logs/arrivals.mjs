/** When the events of a function arrive. Times in milliseconds since the epoch, ascending. */

/** @typedef {import("./random.mjs").Random} Random */

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Traffic of each hour of a day (UTC) against the busiest: few at night, most in the evening. */
const HOURS = [
  0.12, 0.08, 0.06, 0.05, 0.06, 0.12, 0.28, 0.5, 0.68, 0.78, 0.82, 0.85, 0.88, 0.84, 0.8, 0.78,
  0.82, 0.9, 0.98, 1, 0.92, 0.7, 0.42, 0.22,
];

/**
 * @typedef {object} Sale a time of many times the usual traffic
 * @property {number} fromMs
 * @property {number} untilMs
 * @property {number} factor
 */

/**
 * A Poisson process with the shape of a day; at the weekend there is less of it.
 * Thinning: Lewis and Shedler 1979.
 * @param {Random} random
 * @param {{ startMs: number, days: number, perDay: number, sales?: readonly Sale[] }} traffic
 * @returns {number[]}
 */
export function dailyArrivals(random, { startMs, days, perDay, sales = [] }) {
  const mean = HOURS.reduce((sum, hour) => sum + hour, 0) / HOURS.length;
  const peakPerMs = perDay / mean / DAY_MS;
  const most = Math.max(1, ...sales.map((sale) => sale.factor));
  const endMs = startMs + days * DAY_MS;
  const arrivals = [];
  let atMs = startMs;
  for (;;) {
    atMs += random.exponential(1 / (peakPerMs * most));
    if (atMs >= endMs) return arrivals;
    const factor = sales.find((sale) => atMs >= sale.fromMs && atMs < sale.untilMs)?.factor ?? 1;
    if (random.chance((shapeAt(atMs) * factor) / most)) arrivals.push(Math.floor(atMs));
  }
}

/** @param {number} atMs */
function shapeAt(atMs) {
  const hour = (atMs % DAY_MS) / HOUR_MS;
  const from = HOURS[Math.floor(hour)] ?? 0;
  const to = HOURS[(Math.floor(hour) + 1) % HOURS.length] ?? 0;
  // 1 January 1970 was a Thursday.
  const weekday = (Math.floor(atMs / DAY_MS) + 4) % 7;
  const isWeekend = weekday === 0 || weekday === 6;
  return (from + (to - from) * (hour % 1)) * (isWeekend ? 0.7 : 1);
}

/**
 * Every now and then several at once, as a page does that asks for many things.
 * @param {Random} random
 * @param {readonly number[]} arrivals of pages
 * @param {{ least: number, most: number, withinMs: number }} burst
 */
export function inBursts(random, arrivals, { least, most, withinMs }) {
  return ascending(
    arrivals.flatMap((atMs) =>
      Array.from({ length: random.whole(least, most) }, () => atMs + random.whole(0, withinMs)),
    ),
  );
}

/**
 * As a schedule gives them, a moment late.
 * @param {Random} random
 * @param {{ startMs: number, days: number, everyMs: number, lateMs: number }} schedule
 */
export function scheduledArrivals(random, { startMs, days, everyMs, lateMs }) {
  const count = Math.floor((days * DAY_MS) / everyMs);
  return Array.from({ length: count }, (_, i) => startMs + i * everyMs + random.whole(20, lateMs));
}

/**
 * What another function's ends set off.
 * @param {Random} random
 * @param {readonly number[]} ends
 * @param {{ share: number, leastMs: number, mostMs: number }} step
 */
export function following(random, ends, { share, leastMs, mostMs }) {
  return ascending(
    ends.flatMap((atMs) => (random.chance(share) ? [atMs + random.whole(leastMs, mostMs)] : [])),
  );
}

/** @param {number[]} times */
function ascending(times) {
  return times.sort((a, b) => a - b);
}
