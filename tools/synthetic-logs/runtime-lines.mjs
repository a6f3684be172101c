/** Lines that the language runtimes write: a function's own logging, and uncaught errors. */

/** @typedef {import("./function-spec.mjs").ThrownError} ThrownError */

/**
 * What `console.log` and Python's `logger.info` look like in the log. A text that starts with
 * `WARN ` has that level.
 * @param {"node" | "python"} language
 * @param {string} time
 * @param {string} requestId
 * @param {string} text
 */
export function logged(language, time, requestId, text) {
  const warns = text.startsWith("WARN ");
  const body = warns ? text.slice("WARN ".length) : text;
  return language === "node"
    ? `${time}\t${requestId}\t${warns ? "WARN" : "INFO"}\t${body}`
    : `[${warns ? "WARNING" : "INFO"}]\t${time}\t${requestId}\t${body}`;
}

/**
 * An error that the handler did not catch.
 * @param {"node" | "python"} language
 * @param {string} time
 * @param {string} requestId
 * @param {ThrownError} error
 */
export function uncaught(language, time, requestId, error) {
  if (language === "python") {
    return [
      `[ERROR] ${error.type}: ${error.message}`,
      "Traceback (most recent call last):",
      ...error.stack,
    ].join("\n");
  }
  const fields = {
    errorType: error.type,
    errorMessage: error.message,
    stack: [`${error.type}: ${error.message}`, ...error.stack],
  };
  return `${time}\t${requestId}\tERROR\tInvoke Error \t${JSON.stringify(fields)}`;
}
