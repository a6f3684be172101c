import { Environment } from "./environment.mjs";

/**
 * @typedef {import("./random.mjs").Random} Random
 * @typedef {import("./function-spec.mjs").FunctionSpec} FunctionSpec
 *
 * @typedef {object} LogStream
 * @property {string} name as the objects of an export name it
 * @property {LoggedEvent[]} events ascending by time
 *
 * @typedef {{ atMs: number, message: string }} LoggedEvent
 *
 * @typedef {object} Run
 * @property {LogStream[]} streams
 * @property {number[]} succeededMs ends of invocations that went well, ascending
 */

/** Lambda waits so long before the first and the second new attempt of an asynchronous event. */
const RETRY_MS = [60_000, 120_000];

/**
 * Lets events meet environments: the one that was used last comes first, a new one starts where all
 * are busy (AWS Lambda guide, "Understanding Lambda function scaling").
 * @param {FunctionSpec} spec
 * @param {Random} random
 * @param {readonly number[]} arrivals ascending, milliseconds since the epoch
 * @returns {Run}
 */
export function simulate(spec, random, arrivals) {
  /** @type {Environment[]} */
  let environments = [];
  /** @type {Run} */
  const run = { streams: [], succeededMs: [] };
  const queue = new EventQueue(random, arrivals);
  for (let event = queue.take(); event !== null; event = queue.take()) {
    const { atMs, requestId, attempt } = event;
    environments = environments.filter((one) => one.isAlive(atMs));
    const free = environments.filter((one) => one.freeAtMs <= atMs);
    let environment = free.sort((a, b) => b.freeAtMs - a.freeAtMs)[0];
    if (environment === undefined) {
      environment = newEnvironment(spec, random, atMs, run);
      environments.push(environment);
    }
    const { endMs, failure } = environment.invoke(requestId, atMs);
    const delayMs = RETRY_MS[attempt];
    if (failure === null) run.succeededMs.push(endMs);
    else if (spec.retried && delayMs !== undefined) {
      const againMs = endMs + delayMs + random.whole(0, 4_000);
      queue.add({ atMs: againMs, requestId, attempt: attempt + 1 });
    }
  }
  run.succeededMs.sort((a, b) => a - b);
  return run;
}

/**
 * @param {FunctionSpec} spec
 * @param {Random} random
 * @param {number} atMs
 * @param {Run} run
 */
function newEnvironment(spec, random, atMs, run) {
  /** @type {LoggedEvent[]} */
  const events = [];
  const name = `environment-${run.streams.length}`;
  const sink = (/** @type {number} */ eventMs, /** @type {string} */ message) => {
    events.push({ atMs: eventMs, message });
  };
  const environment = new Environment(spec, random.fork(name), atMs, sink);
  run.streams.push({ name: environment.stream, events });
  return environment;
}

/** @typedef {{ atMs: number, requestId: string, attempt: number }} InvokeEvent */

/** Arrivals and, between them, new attempts. */
class EventQueue {
  #random;
  #arrivals;
  #next = 0;
  /** @type {InvokeEvent[]} ascending; few at any time */
  #attempts = [];

  /**
   * @param {Random} random
   * @param {readonly number[]} arrivals
   */
  constructor(random, arrivals) {
    this.#random = random;
    this.#arrivals = arrivals;
  }

  /** @param {InvokeEvent} event */
  add(event) {
    this.#attempts.push(event);
    this.#attempts.sort((a, b) => a.atMs - b.atMs);
  }

  /** @returns {InvokeEvent | null} */
  take() {
    const arrivalMs = this.#arrivals[this.#next];
    const attempt = this.#attempts[0];
    if (attempt !== undefined && (arrivalMs === undefined || attempt.atMs < arrivalMs)) {
      this.#attempts.shift();
      return attempt;
    }
    if (arrivalMs === undefined) return null;
    this.#next += 1;
    return { atMs: arrivalMs, requestId: this.#random.uuid(), attempt: 0 };
  }
}
