import { readDotnetError } from "./dotnet-error.ts";
import { readGoFatalError } from "./go-error.ts";
import { readJavaError } from "./java-error.ts";
import { readJsonError } from "./json-error.ts";
import { jsonObject, stringOf } from "./json-fields.ts";
import { readNodeError } from "./node-error.ts";
import { readPlatformError } from "./platform-error.ts";
import type { PrintedError, PrintedErrorReader } from "./printed-error.ts";
import { readLastWords } from "./process-last-words.ts";
import { readPythonError } from "./python-error.ts";

const READERS: readonly PrintedErrorReader[] = [
  readPlatformError,
  readNodeError,
  readDotnetError,
  readJsonError,
  readPythonError,
  readJavaError,
  readGoFatalError,
  readLastWords,
];

// Platform lines are short; a crafted line of 1 MB must not cost more than reading it once.
const MAX_CHARACTERS = 1_048_576;

/** The error that a log event prints, or null. Linear time; never throws. */
export function readPrintedError(message: string): PrintedError | null {
  const text = unwrapped(message.slice(0, MAX_CHARACTERS).trimStart());
  if (text === null) return null;
  for (const read of READERS) {
    const printed = read(text);
    if (printed) return printed;
  }
  return null;
}

/**
 * The text inside a record of the Telemetry API (`{"time","type":"function","record"}`); other
 * records of the platform are no printed errors: they carry their own status.
 */
function unwrapped(text: string): string | null {
  if (!text.startsWith("{") || !text.includes('"record"')) return text;
  const object = jsonObject(text.trimEnd());
  const type = stringOf(object?.["type"]);
  if (object === null || type === null || !("record" in object)) return text;
  if (type !== "function" && type !== "extension" && type !== "platform.fault") {
    return type.startsWith("platform.") ? null : text;
  }
  const record = object["record"];
  if (typeof record === "string") return record.trimStart();
  try {
    return JSON.stringify(record);
  } catch {
    // Nested deeper than Node can write: no runtime prints an error like that.
    return null;
  }
}
