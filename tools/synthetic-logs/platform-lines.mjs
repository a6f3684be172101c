import { Random } from "./random.mjs";

/**
 * Lines that Lambda itself writes. Form: AWS Lambda guide, "Log formats" and "Execution environment
 * lifecycle". Durations come in hundredths of a millisecond, so that no rounding is left to chance.
 */

/** @param {string} runtimeVersion `nodejs:22.v54` */
export function initStart(runtimeVersion) {
  // One version has one ARN, whoever starts it.
  const digest = new Random(runtimeVersion).hex(64);
  return (
    `INIT_START Runtime Version: ${runtimeVersion}\t` +
    `Runtime Version ARN: arn:aws:lambda:us-east-1::runtime:${digest}`
  );
}

/** @param {string} requestId */
export function start(requestId) {
  return `START RequestId: ${requestId} Version: $LATEST`;
}

/** @param {string} requestId */
export function end(requestId) {
  return `END RequestId: ${requestId}`;
}

/**
 * @typedef {object} ReportFields
 * @property {string} requestId
 * @property {number} durationHundredths of a millisecond
 * @property {number} billedMs
 * @property {number | null} initHundredths null: no cold start
 * @property {number} memorySizeMb
 * @property {number} maxMemoryUsedMb
 * @property {"error" | "timeout" | null} status
 * @property {string | null} errorType
 * @property {string | null} trace what stands on the second line
 */

/** @param {ReportFields} fields */
export function report(fields) {
  const { durationHundredths, initHundredths } = fields;
  return (
    `REPORT RequestId: ${fields.requestId}\tDuration: ${decimal(durationHundredths)} ms\t` +
    `Billed Duration: ${fields.billedMs} ms\t` +
    `Memory Size: ${fields.memorySizeMb} MB\tMax Memory Used: ${fields.maxMemoryUsedMb} MB\t` +
    (initHundredths === null ? "" : `Init Duration: ${decimal(initHundredths)} ms\t`) +
    (fields.status === null ? "" : `Status: ${fields.status}\t`) +
    (fields.errorType === null ? "" : `Error Type: ${fields.errorType}\t`) +
    (fields.trace === null ? "" : `\n${fields.trace}`)
  );
}

/**
 * @param {number} atSeconds since the epoch
 * @param {string} trace 24 hexadecimal digits
 * @param {string} segment 16 hexadecimal digits
 */
export function xray(atSeconds, trace, segment) {
  return `XRAY TraceId: 1-${atSeconds.toString(16)}-${trace}\tSegmentId: ${segment}\tSampled: true\t`;
}

/**
 * Old-style timeout, with the empty line behind it.
 * @param {string} time
 * @param {string} requestId
 * @param {number} ranMs
 */
export function timedOut(time, requestId, ranMs) {
  return `${time} ${requestId} Task timed out after ${(ranMs / 1_000).toFixed(2)} seconds\n`;
}

/**
 * Old-style end of a process that took too much memory: two events.
 * @param {string} requestId
 */
export function killed(requestId) {
  return [
    `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
    "Runtime.ExitError",
  ];
}

/** @param {number} hundredths */
function decimal(hundredths) {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}
