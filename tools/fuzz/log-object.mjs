/**
 * Bytes as a log object that is in no place.
 * @param {string} name
 * @param {Iterable<Buffer>} chunks
 */
export function logObject(name, chunks) {
  return {
    name,
    sizeBytes: null,
    etag: name,
    logGroup: null,
    logStream: null,
    functionName: null,
    async *open() {
      yield* chunks;
    },
  };
}

/**
 * The first number of an invocation that no invocation can have, with its name; null where all is well.
 * @param {object} invocation
 */
export function impossible(invocation) {
  for (const [key, value] of Object.entries(invocation)) {
    if (typeof value !== "number" || key === "timestamp") continue;
    if (!Number.isFinite(value) || value < 0) return `${key} is ${value}`;
  }
  const { requestId, durationMs, timestamp } = /** @type {Record<string, unknown>} */ (invocation);
  if (typeof requestId !== "string" || requestId === "") return "there is no request id";
  if (typeof durationMs !== "number") return "there is no duration";
  if (timestamp !== null && !Number.isFinite(timestamp)) return "the time is no time";
  return null;
}
