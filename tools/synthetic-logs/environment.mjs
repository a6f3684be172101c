import { phaseAt } from "./function-spec.mjs";
import * as platform from "./platform-lines.mjs";
import { logged, uncaught } from "./runtime-lines.mjs";

/**
 * @typedef {import("./random.mjs").Random} Random
 * @typedef {import("./function-spec.mjs").FunctionSpec} FunctionSpec
 * @typedef {import("./function-spec.mjs").FailureSpec} FailureSpec
 * @typedef {(atMs: number, message: string) => void} EventSink
 *
 * @typedef {object} Outcome
 * @property {number} endMs
 * @property {FailureSpec["kind"] | null} failure
 * @property {number} billedMs
 */

/** The longest that an environment lives, even when busy. */
const LIFE_MS = { low: 2 * 3_600_000, high: 9 * 3_600_000 };

/** One execution environment: one log stream, one event at a time. */
export class Environment {
  /** @type {string} */
  stream;
  freeAtMs;
  #spec;
  #random;
  #sink;
  #idleLimitMs;
  #diesAtMs;
  #phase;
  #needsInit = true;
  /** The process ended in the last invocation: init runs again inside the next one. */
  #needsRestart = false;
  #served = 0;
  #maxMemoryUsedMb = 0;

  /**
   * @param {FunctionSpec} spec
   * @param {Random} random
   * @param {number} atMs
   * @param {EventSink} sink where its events go
   */
  constructor(spec, random, atMs, sink) {
    this.#spec = spec;
    this.#random = random;
    this.#sink = sink;
    this.freeAtMs = atMs;
    this.#phase = phaseAt(spec, atMs);
    this.#idleLimitMs = spec.idleLimitMs * random.between(0.6, 1.6);
    this.#diesAtMs = atMs + random.between(LIFE_MS.low, LIFE_MS.high);
    this.stream = `${new Date(atMs).toISOString().slice(0, 10)}-[$LATEST]${random.hex(32)}`;
  }

  /** @param {number} atMs */
  isAlive(atMs) {
    const isCurrent = phaseAt(this.#spec, atMs) === this.#phase;
    return isCurrent && atMs < this.#diesAtMs && atMs - this.freeAtMs < this.#idleLimitMs;
  }

  /**
   * Runs one invocation and writes its events.
   * @param {string} requestId
   * @param {number} atMs when it arrives, at or after `freeAtMs`
   * @returns {Outcome}
   */
  invoke(requestId, atMs) {
    const spec = this.#spec;
    const random = this.#random;
    const initHundredths = this.#needsInit ? this.#init(atMs) : null;
    const startMs = atMs + Math.ceil((initHundredths ?? 0) / 100) + (this.#needsInit ? 2 : 0);
    this.#needsInit = false;
    const failure = this.#failure();
    const durationHundredths = this.#duration(failure?.kind ?? null);
    const ranMs = Math.ceil(durationHundredths / 100);
    const endMs = startMs + ranMs;

    this.#sink(startMs, platform.start(requestId));
    this.#sayAll(requestId, startMs, ranMs, failure !== null);
    this.#remember(failure?.kind ?? null);
    this.#sink(endMs, platform.end(requestId));
    if (failure !== null) this.#fail(failure, requestId, endMs, durationHundredths);
    const [status, errorType] = statusOf(failure?.kind ?? null);
    const isTraced = spec.sampledShare > 0 && random.chance(spec.sampledShare);
    this.#sink(
      endMs,
      platform.report({
        requestId,
        durationHundredths,
        initHundredths,
        memorySizeMb: spec.memorySizeMb,
        maxMemoryUsedMb: this.#maxMemoryUsedMb,
        status,
        errorType,
        trace: isTraced
          ? platform.xray(Math.floor(atMs / 1_000), random.hex(24), random.hex(16))
          : null,
      }),
    );
    this.#served += 1;
    this.freeAtMs = endMs + 1;
    const billedMs = platform.billedMs(durationHundredths, initHundredths);
    return { endMs, failure: failure?.kind ?? null, billedMs };
  }

  /** @param {number} atMs */
  #init(atMs) {
    const { init, runtimeVersion } = this.#spec;
    // The same version has the same ARN in every environment.
    const arn = this.#random.fork(runtimeVersion);
    void arn;
    this.#sink(atMs, platform.initStart(runtimeVersion, RUNTIME_HASHES[runtimeVersion] ?? ""));
    return Math.round(this.#random.logNormal(init.medianMs, init.sigma) * 100);
  }
}
