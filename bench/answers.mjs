/** Whether a contender found what is in the logs; a benchmark of wrong answers is worth nothing. */

/** @typedef {import("./set/log-set.mjs").Truth} Truth */

const MB_MS_PER_GB_S = 1024 * 1000;

/**
 * @typedef {object} FunctionFigures
 * @property {string} name
 * @property {number} invocations
 * @property {number} errors
 * @property {number} billedMs
 */

/**
 * The JSON of `lambent report`.
 * @param {Truth} truth
 * @param {string} stdout
 */
export function checkReport(truth, stdout) {
  const report = /** @type {import("../packages/lambent/src/model/assessment.ts").Assessment} */ (
    JSON.parse(stdout)
  );
  const functions = report.functions.map((one) => {
    const billed = one.billedDurationMs;
    return {
      name: one.name ?? "",
      invocations: one.invocations,
      errors: one.errors,
      billedMs: billed === null ? 0 : Math.round(billed.mean * billed.count),
    };
  });
  checkFunctions("lambent report", truth, functions);
  same("lambent report", "GB-seconds", report.totals.gbSeconds, truth.mbMs / MB_MS_PER_GB_S);
  same("lambent report", "billing mismatches", report.unread.billingMismatches, 0);
}

/**
 * The JSON of a peer: one object a function.
 * @param {string} who
 * @param {Truth} truth
 * @param {string} stdout
 */
export function checkPeer(who, truth, stdout) {
  const functions = /** @type {(FunctionFigures & { mbMs: number })[]} */ (JSON.parse(stdout));
  checkFunctions(who, truth, functions);
  const mbMs = functions.reduce((sum, one) => sum + one.mbMs, 0);
  same(who, "megabyte-milliseconds", mbMs, truth.mbMs);
}

/**
 * A number and nothing else.
 * @param {string} who
 * @param {number} expected
 * @param {string} stdout
 */
export function checkCount(who, expected, stdout) {
  same(who, "count", Number(stdout.trim()), expected);
}

/**
 * @param {string} who
 * @param {Truth} truth
 * @param {readonly FunctionFigures[]} functions
 */
function checkFunctions(who, truth, functions) {
  same(who, "functions", functions.length, Object.keys(truth.functions).length);
  for (const { name, invocations, errors, billedMs } of functions) {
    const own = truth.functions[name];
    if (own === undefined) throw new Error(`${who} found a function that is not there: ${name}`);
    same(who, `invocations of ${name}`, invocations, own.invocations);
    same(who, `errors of ${name}`, errors, own.errors);
    same(who, `billed milliseconds of ${name}`, billedMs, own.billedMs);
  }
}

/**
 * @param {string} who
 * @param {string} what
 * @param {number} found
 * @param {number} expected
 */
function same(who, what, found, expected) {
  // Sums of many fractions differ in their last digits by the order of adding.
  if (Math.abs(found - expected) > Math.abs(expected) * 1e-9) {
    throw new Error(`${who} found ${found} ${what}; there are ${expected}`);
  }
}
