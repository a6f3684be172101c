import { phaseAt } from "./function-spec.mjs";
import * as platform from "./platform-lines.mjs";
import { logged, uncaught } from "./runtime-lines.mjs";

/**
 * @typedef {import("./random.mjs").Random} Random
 * @typedef {import("./function-spec.mjs").FunctionSpec} FunctionSpec
 * @typedef {import("./function-spec.mjs").FailureSpec} FailureSpec
 * @typedef {import("./function-spec.mjs").FailureKind} FailureKind
 *
 * @typedef {(atMs: number, message: string) => void} EventSink
 *
 * @typedef {object} Outcome
 * @property {number} endMs
 * @property {number} billedMs
 * @property {FailureKind | null} failure
 */

/** However busy it is, an environment goes after some hours. */
const LEAST_LIFE_MS = 5 * 3_600_000;
const MOST_LIFE_MS = 13 * 3_600_000;

/** One execution environment: one log stream, one event at a time. */
export class Environment {
  /** As the objects of an export name it. */
  stream;
  freeAtMs;
  #spec;
  #random;
  #sink;
  #phase;
  #idleLimitMs;
  #diesAtMs;
  #isInitialised = false;
  /** The process is gone: init runs again inside the next invocation, without a line of its own. */
  #isDead = false;
  #served = 0;
  #maxMemoryUsedMb = 0;

  /**
   * @param {FunctionSpec} spec
   * @param {Random} random
   * @param {number} atMs
   * @param {EventSink} sink takes its events
   */
  constructor(spec, random, atMs, sink) {
    this.#spec = spec;
    this.#random = random;
    this.#sink = sink;
    this.#phase = phaseAt(spec, atMs);
    this.#idleLimitMs = spec.idleLimitMs * random.between(0.6, 1.4);
    this.#diesAtMs = atMs + random.between(LEAST_LIFE_MS, MOST_LIFE_MS);
    this.freeAtMs = atMs;
    this.stream = `${iso(atMs).slice(0, 10)}-[$LATEST]${random.hex(32)}`;
  }

  /**
   * Whether the environment still stands, idle or busy.
   * @param {number} atMs
   */
  isAlive(atMs) {
    const isCurrent = phaseAt(this.#spec, atMs) === this.#phase;
    return isCurrent && atMs < this.#diesAtMs && atMs - this.freeAtMs < this.#idleLimitMs;
  }

  /**
   * Runs one invocation and writes its events.
   * @param {string} requestId
   * @param {number} atMs when it arrives; the environment must be free
   * @returns {Outcome}
   */
  invoke(requestId, atMs) {
    const initHundredths = this.#isInitialised ? null : this.#init(atMs);
    const startMs = atMs + (initHundredths === null ? 0 : Math.ceil(initHundredths / 100) + 2);
    const failure = this.#drawFailure();
    const durationHundredths = this.#drawDuration(failure?.kind ?? null);
    const endMs = startMs + Math.ceil(durationHundredths / 100);

    this.#sink(startMs, platform.start(requestId));
    this.#say(requestId, startMs, endMs, failure);
    this.#useMemory(failure?.kind ?? null);
    this.#sink(endMs, platform.end(requestId));
    const billedMs = this.#report(
      requestId,
      atMs,
      endMs,
      durationHundredths,
      initHundredths,
      failure,
    );
    if (failure?.kind === "killed-old-style") {
      for (const line of platform.killed(requestId)) this.#sink(endMs, line);
    }
    this.#served += 1;
    const kind = failure?.kind ?? null;
    this.#isDead = kind !== null && kind !== "exception";
    // One whose memory ran out is not used again.
    if (isMemoryFailure(kind)) this.#diesAtMs = endMs;
    this.freeAtMs = endMs + 1;
    return { endMs, billedMs, failure: kind };
  }

  /** @param {number} atMs */
  #init(atMs) {
    this.#isInitialised = true;
    this.#sink(atMs, platform.initStart(this.#spec.runtimeVersion));
    return this.#drawInit();
  }

  #drawInit() {
    const { medianMs, sigma } = this.#spec.init;
    return Math.round(this.#random.logNormal(medianMs, sigma) * 100);
  }

  /** @returns {FailureSpec | null} */
  #drawFailure() {
    let share = this.#random.share();
    for (const failure of this.#phase.failures) {
      share -= failure.share;
      if (share < 0) return failure;
    }
    return null;
  }

  /** @param {FailureKind | null} failure */
  #drawDuration(failure) {
    const limit = this.#spec.timeoutMs * 100;
    if (failure === "timeout") return limit;
    // The old way was to end it a moment too late, and to bill up to the limit.
    if (failure === "timeout-old-style") return limit + this.#random.whole(150, 9_000);
    let share = this.#random.share();
    const { durations } = this.#phase;
    const mode = durations.find((one) => (share -= one.share) < 0) ?? durations.at(-1);
    if (mode === undefined) throw new Error(`${this.#spec.name} has no durations`);
    const whole = Math.round(this.#random.logNormal(mode.medianMs, mode.sigma) * 100);
    const again = this.#isDead ? this.#drawInit() : 0;
    const ran = failure === null ? whole : Math.round(whole * this.#random.between(0.2, 0.9));
    return Math.min(Math.max(ran + again, 80), limit - 100);
  }

  /**
   * What the function's code says, and with what it ends; a failure cuts it short.
   * @param {string} requestId
   * @param {number} startMs
   * @param {number} endMs
   * @param {FailureSpec | null} failure
   */
  #say(requestId, startMs, endMs, failure) {
    const { language, says } = this.#spec;
    const texts = says(this.#random);
    const said =
      failure === null ? texts.length : this.#random.whole(1, Math.max(1, texts.length - 1));
    const stepMs = (endMs - startMs) / (texts.length + 1);
    for (let i = 0; i < said; i += 1) {
      const saidMs = startMs + Math.floor(stepMs * (i + this.#random.share()));
      this.#sink(saidMs, logged(language, iso(saidMs), requestId, texts[i] ?? ""));
    }
    if (failure?.thrown !== undefined) {
      const error = failure.thrown(this.#random);
      this.#sink(endMs, uncaught(language, iso(endMs), requestId, error));
    }
    if (failure?.kind === "timeout-old-style") {
      this.#sink(endMs, platform.timedOut(iso(endMs), requestId, endMs - startMs));
    }
  }

  /** @param {FailureKind | null} failure */
  #useMemory(failure) {
    const { memorySizeMb, usedMb } = this.#spec;
    const used = isMemoryFailure(failure)
      ? memorySizeMb
      : Math.round(usedMb(this.#random, this.#served));
    this.#maxMemoryUsedMb = Math.min(memorySizeMb, Math.max(this.#maxMemoryUsedMb, used));
  }

  /**
   * @param {string} requestId
   * @param {number} atMs
   * @param {number} endMs
   * @param {number} durationHundredths
   * @param {number | null} initHundredths
   * @param {FailureSpec | null} failure
   */
  #report(requestId, atMs, endMs, durationHundredths, initHundredths, failure) {
    const { memorySizeMb, sampledShare, timeoutMs } = this.#spec;
    const random = this.#random;
    const isTraced = sampledShare > 0 && random.chance(sampledShare);
    const billedHundredths =
      failure?.kind === "timeout-old-style" ? timeoutMs * 100 : durationHundredths;
    // Since August 2025 init is billed (AWS compute blog, "AWS Lambda standardizes billing for INIT
    // phase"): the next whole millisecond of both together.
    const billedMs = Math.ceil((billedHundredths + (initHundredths ?? 0)) / 100);
    const fields = {
      requestId,
      durationHundredths,
      billedMs,
      initHundredths,
      memorySizeMb,
      maxMemoryUsedMb: this.#maxMemoryUsedMb,
      ...statusOf(failure?.kind ?? null),
      trace: isTraced
        ? platform.xray(Math.floor(atMs / 1_000), random.hex(24), random.hex(16))
        : null,
    };
    this.#sink(endMs, platform.report(fields));
    return billedMs;
  }
}

/** @param {FailureKind | null} failure */
function isMemoryFailure(failure) {
  return failure === "out-of-memory" || failure === "killed-old-style";
}

/**
 * @param {FailureKind | null} failure
 * @returns {{ status: "error" | "timeout" | null, errorType: string | null }}
 */
function statusOf(failure) {
  if (failure === "timeout") return { status: "timeout", errorType: null };
  if (failure === "out-of-memory") return { status: "error", errorType: "Runtime.OutOfMemory" };
  return { status: null, errorType: null };
}

/** @param {number} ms */
function iso(ms) {
  return new Date(ms).toISOString();
}
