import * as platform from "../synthetic-logs/platform-lines.mjs";
import { logged, uncaught } from "../synthetic-logs/runtime-lines.mjs";

/** @typedef {import("../synthetic-logs/random.mjs").Random} Random */

/**
 * @typedef {object} Event
 * @property {number} atMs since the epoch
 * @property {string} stream
 * @property {string} message may hold several lines
 */

const FIRST_MS = Date.UTC(2026, 2, 4, 5, 6, 7);
const ERROR = {
  type: "TypeError",
  message: "seat 12F is taken",
  stack: ["at handler (/var/task/i.js:9:9)"],
};
const EMPTY = { message: "", stack: [] };

/**
 * Events of about `count` invocations over interleaved streams: every kind of line that the reader
 * knows, in true form and order. Few request ids, so that spliced lines meet invocations.
 * @param {Random} random
 * @param {number} count
 * @returns {Event[]}
 */
export function events(random, count) {
  const streams = Array.from({ length: 1 + random.whole(0, 5) }, () => {
    const name = random.pick(["", "", "seats", "orders-eu"]);
    return `2026/03/04/${name}[${random.pick(["$LATEST", "7"])}]${random.hex(32)}`;
  });
  /** @type {Event[][]} */
  const queues = streams.map(() => []);
  const ids = Array.from({ length: Math.ceil(count * 0.9) }, () => random.uuid());
  for (let i = 0; i < count; i += 1) {
    const which = random.whole(0, streams.length - 1);
    const stream = /** @type {string} */ (streams[which]);
    const queue = /** @type {Event[]} */ (queues[which]);
    let atMs = FIRST_MS + i * random.whole(1, 900);
    for (const message of invocation(random, random.pick(ids), atMs)) {
      atMs += random.whole(0, 5);
      queue.push({ atMs, stream, message });
    }
  }
  /** @type {Event[]} */
  const mixed = [];
  for (let left = queues.filter((queue) => queue.length > 0); left.length > 0;) {
    const event = random.pick(left).shift();
    if (event !== undefined) mixed.push(event);
    left = left.filter((queue) => queue.length > 0);
  }
  return mixed;
}

/**
 * @param {Random} random
 * @param {string} id
 * @param {number} atMs
 * @returns {string[]}
 */
function invocation(random, id, atMs) {
  if (random.chance(0.2)) return platformEvents(random, id, atMs);
  const time = new Date(atMs).toISOString();
  const isCold = random.chance(0.2);
  const durationHundredths = Math.round(random.logNormal(4_000, 1.5)) + 1;
  const initHundredths = isCold && random.chance(0.8) ? random.whole(1_000, 90_000) : null;
  const status = random.pick([
    null,
    null,
    null,
    null,
    /** @type {const} */ ("error"),
    /** @type {const} */ ("timeout"),
  ]);
  const report = platform.report({
    requestId: id,
    durationHundredths,
    billedMs: Math.ceil((durationHundredths + (initHundredths ?? 0)) / 100),
    initHundredths,
    memorySizeMb: random.pick([128, 1_024]),
    maxMemoryUsedMb: random.whole(30, 128),
    status,
    errorType:
      status === "error" ? random.pick(["Runtime.ExitError", "Runtime.OutOfMemory"]) : null,
    trace: random.chance(0.3)
      ? platform.xray(Math.floor(atMs / 1_000), random.hex(24), random.hex(16))
      : null,
  });
  const user = Array.from({ length: random.whole(0, 4) }, () => userLine(random, time, id));
  const before = random.chance(0.1) ? [random.pick(failures(random, time, id))].flat() : [];
  const behind = random.chance(0.05)
    ? [random.pick([platform.timedOut(time, id, 3_000), ...platform.killed(id)])]
    : [];
  return [
    ...(isCold ? [platform.initStart(random.pick(["nodejs:22.v54", "python:3.13.v5"]))] : []),
    ...(isCold && random.chance(0.2) ? [initReport(random)] : []),
    ...(random.chance(0.02)
      ? ["RESTORE_START Runtime Version: java:17.v8", "RESTORE_REPORT Restore Duration: 511.25 ms"]
      : []),
    ...(random.chance(0.97) ? [platform.start(id)] : []),
    ...user,
    ...before,
    platform.end(id),
    ...(random.chance(0.97) ? [report] : []),
    ...behind,
  ];
}

/**
 * @param {Random} random
 * @param {string} time
 * @param {string} id
 */
function userLine(random, time, id) {
  const text = random.pick([
    "checked in 3 bags",
    "WARN cache missed, REPORT RequestId: none of yours",
    "Error: handled, going on\n    at x (y.js:1:2)",
    "START RequestId: is only said here, with an Error",
    "naïve passenger ☃ 🛫",
    '{"type":"platform.reports"}',
    "",
  ]);
  const line = logged(random.pick(["node", "python"]), time, id, text);
  return random.pick([
    line,
    // CloudWatch Logs takes no empty message.
    text === "" ? line : text,
    JSON.stringify({ timestamp: time, level: "INFO", requestId: id, message: text }),
    JSON.stringify({ cpu_total_time: 9, request_id: id, duration: 5, function_name: "seats" }),
    "EXTENSION\tName: agent\tState: Ready\tEvents: [INVOKE]",
    "TELEMETRY\tName: agent\tState: Subscribed\tTypes: [Platform]",
  ]);
}

/**
 * @param {Random} random
 * @param {string} time
 * @param {string} id
 */
function failures(random, time, id) {
  return [
    uncaught("node", time, id, { ...EMPTY, ...ERROR }),
    uncaught("python", time, id, { ...EMPTY, ...ERROR }),
    platform.killed(id),
    `RequestId: ${id} Process exited before completing request`,
    `Unable to import module 'app': No module named 'seats'`,
    "fatal error: runtime: out of memory",
    `${time}\tundefined\tERROR\tUncaught Exception \t{"errorType":"Error","errorMessage":"${random.hex(8)}"}`,
  ];
}

/** @param {Random} random */
function initReport(random) {
  const phase = random.pick(["init", "invoke"]);
  const status = random.pick([
    "\tStatus: error\tError Type: Runtime.ImportModuleError",
    "\tStatus: timeout",
    "",
  ]);
  return `INIT_REPORT Init Duration: ${random.whole(1, 9_999)}.25 ms\tPhase: ${phase}${status}`;
}

/**
 * @param {Random} random
 * @param {string} id
 * @param {number} atMs
 */
function platformEvents(random, id, atMs) {
  const time = new Date(atMs).toISOString();
  const status = random.pick(["success", "success", "failure", "error", "timeout"]);
  /** @param {string} type @param {object | string} record */
  const event = (type, record) => JSON.stringify({ time, type: `platform.${type}`, record });
  const durationMs = random.whole(1, 90_000) / 1_000;
  const metrics = random.chance(0.1)
    ? { durationMs }
    : {
        durationMs,
        billedDurationMs: Math.ceil(durationMs),
        memorySizeMB: 128,
        maxMemoryUsedMB: 66,
      };
  return [
    ...(random.chance(0.2)
      ? [
          event("initStart", {
            initializationType: "on-demand",
            functionName: "seats",
            runtimeVersionArn: "arn:aws:lambda:eu-west-3::runtime:0a",
          }),
        ]
      : []),
    ...(random.chance(0.1)
      ? [event("initReport", { phase: "init", status, metrics: { durationMs: 99.5 } })]
      : []),
    event("start", { requestId: id, version: "$LATEST" }),
    ...(random.chance(0.1) ? [event("logsDropped", { droppedRecords: 3, reason: "full" })] : []),
    ...(random.chance(0.1)
      ? [event("fault", `RequestId: ${id} Process exited before completing request`)]
      : []),
    event("runtimeDone", { requestId: id, status }),
    event("report", {
      requestId: id,
      status,
      metrics,
      tracing: { value: `Root=1-${random.hex(8)}-${random.hex(24)};Sampled=1` },
    }),
  ];
}
