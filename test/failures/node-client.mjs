/**
 * Stands in for Lambda's Node runtime client in tests: loads a handler, calls it once, and prints
 * errors in the client's form (aws-lambda-nodejs-runtime-interface-client: text log format, one log
 * event a line). The errors themselves are real: Node throws them here.
 *
 * node node-client.mjs MODULE EXPORT REQUEST_ID
 */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { format } from "node:util";

const [modulePath = "", exportName = "", invocationId = ""] = process.argv.slice(2);
/** As in the client, no request is known while the function is loaded. */
const request = { id: "undefined" };

/** @type {(...values: unknown[]) => void} */
const printLine = (...values) => {
  const line = `${new Date().toISOString()}\t${request.id}\tERROR\t${format(...values)}`;
  process.stdout.write(`${line.replace(/\n/g, "\r")}\n`);
};
Object.assign(console, { error: printLine });

/** @type {(key: string, value: unknown) => unknown} */
const withFields = (_key, value) =>
  value instanceof Error
    ? {
        errorType: value.name,
        errorMessage: value.message,
        code: "code" in value ? value.code : undefined,
        ...Object.fromEntries(Object.entries(value)),
        stack: value.stack?.split("\n"),
      }
    : value;

/** @type {(heading: string, thrown: unknown) => void} */
function printError(heading, thrown) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  printLine(heading, `\t${JSON.stringify(error, withFields)}`);
}

/** @type {(name: string, cause: unknown) => Error} */
function runtimeError(name, cause) {
  const error = new Error(String(cause));
  error.name = `Runtime.${name}`;
  error.stack = `Runtime.${name}: ${error.message}\n${error.stack?.split("\n").slice(1).join("\n")}`;
  return error;
}

process.on("uncaughtException", (error) => {
  printError("Uncaught Exception", error);
  process.exit(129);
});
process.on("unhandledRejection", (reason) => {
  printError("Unhandled Promise Rejection", runtimeError("UnhandledPromiseRejection", reason));
  process.exit(128);
});

async function load() {
  try {
    return modulePath.endsWith(".mjs")
      ? await import(pathToFileURL(modulePath).href)
      : createRequire(import.meta.url)(modulePath);
  } catch (error) {
    if (error instanceof SyntaxError) throw runtimeError("UserCodeSyntaxError", error);
    if (error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND")
      throw runtimeError("ImportModuleError", error);
    throw error;
  }
}

const loaded = await load();
const handler = loaded[exportName];
if (!handler) {
  throw runtimeError("HandlerNotFound", `${modulePath}.${exportName} is undefined or not exported`);
}
request.id = invocationId;
process.on("beforeExit", () => {
  printError("Invoke Error", runtimeError("NodeJsExit", "Node had nothing left to do"));
  process.exit(0);
});
try {
  await handler({});
} catch (error) {
  printError("Invoke Error", error);
}
process.exit(0);
