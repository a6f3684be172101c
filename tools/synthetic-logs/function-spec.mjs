/**
 * How a synthetic function behaves. Times in milliseconds, memory in MB.
 *
 * @typedef {import("./random.mjs").Random} Random
 *
 * @typedef {object} FunctionSpec
 * @property {string} name
 * @property {"node" | "python"} language
 * @property {string} runtimeVersion as INIT_START prints it
 * @property {number} memorySizeMb
 * @property {number} timeoutMs whole seconds
 * @property {Spread} init
 * @property {number} sampledShare share of invocations with an X-Ray line; 0: tracing is off
 * @property {boolean} retried called asynchronously: Lambda tries a failure twice more
 * @property {number} idleLimitMs mean time for which an unused environment is kept
 * @property {(random: Random, nth: number) => number} usedMb by the nth invocation of an environment
 * @property {(random: Random) => string[]} says what its code logs in one invocation
 * @property {readonly Phase[]} phases one for each deployment; by time, the first from 0
 *
 * @typedef {object} Spread log-normal
 * @property {number} medianMs
 * @property {number} sigma standard deviation of the logarithm
 *
 * @typedef {object} Phase
 * @property {number} fromMs since the epoch; a new phase is a deployment: all environments go
 * @property {readonly (Spread & { share: number })[]} durations shares add up to 1
 * @property {readonly FailureSpec[]} failures
 *
 * @typedef {object} FailureSpec
 * @property {FailureKind} kind
 * @property {number} share of invocations
 * @property {(random: Random) => ThrownError} [thrown] with `exception` only
 *
 * @typedef {"exception" | "timeout" | "timeout-old-style" | "out-of-memory" | "killed-old-style"} FailureKind
 * Old style: lines of their own say it, and REPORT has no Status. New style: REPORT says it.
 *
 * @typedef {object} ThrownError
 * @property {string} type
 * @property {string} message
 * @property {readonly string[]} stack frames, as the runtime prints them
 */

/**
 * The phase that is deployed at a time.
 * @param {FunctionSpec} spec
 * @param {number} atMs
 * @returns {Phase}
 */
export function phaseAt(spec, atMs) {
  const phase = spec.phases.findLast((one) => one.fromMs <= atMs);
  if (phase === undefined) throw new Error(`${spec.name} is not deployed at ${atMs}`);
  return phase;
}
