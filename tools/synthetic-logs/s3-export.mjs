import { gzipSync } from "node:zlib";

/**
 * @typedef {import("./simulate.mjs").LogStream} LogStream
 * @typedef {{ path: string, text: string, isGzipped: boolean }} ExportObject
 */

/**
 * Objects of an export of one log group, as CloudWatch Logs writes them to S3
 * (CloudWatch Logs guide, "Exporting log data to Amazon S3").
 * @param {string} prefix the function's name as its last folder, so that the path tells it
 * @param {string} taskId
 * @param {readonly LogStream[]} streams
 * @returns {ExportObject[]}
 */
export function exportObjects(prefix, taskId, streams) {
  const objects = streams.map((stream) => ({
    path: `${prefix}/${taskId}/${stream.name}/000000.gz`,
    text: stream.events.map((event) => exportLine(event.atMs, event.message)).join(""),
    isGzipped: true,
  }));
  return [
    {
      path: `${prefix}/aws-logs-write-test`,
      text: "Permission Check Successful",
      isGzipped: false,
    },
    ...objects,
  ];
}

/**
 * @param {number} atMs
 * @param {string} message
 */
export function exportLine(atMs, message) {
  return `${new Date(atMs).toISOString()} ${message}\n`;
}

/**
 * Gzip without a time in its header, so that the same text gives the same bytes.
 * @param {string} text
 */
export function gzipped(text) {
  return gzipSync(text, { level: 9 });
}
