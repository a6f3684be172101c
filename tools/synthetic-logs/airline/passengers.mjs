/** Names of things in the airline's own log lines. */

/** @typedef {import("../random.mjs").Random} Random */

const AIRPORTS = ["LIS", "OPO", "MAD", "BCN", "ORY", "AMS", "FRA", "ZRH", "DUB", "CPH"];

/** @param {Random} random */
export function booking(random) {
  return random.hex(8).toUpperCase();
}

/** @param {Random} random */
export function flight(random) {
  const from = random.pick(AIRPORTS);
  const to = random.pick(AIRPORTS.filter((airport) => airport !== from));
  return `LB${random.whole(100, 899)} ${from}-${to}`;
}

/** @param {Random} random */
export function customer(random) {
  return `cus_${random.whole(10_000, 41_999)}`;
}

/** @param {Random} random */
export function amount(random) {
  return `${random.whole(29, 480)}.${random.pick(["00", "50", "90", "99"])} EUR`;
}
